namespace ChatBot.Domain.Tests.Groups;

/// <summary>A long run at full size. Skipped, with the reason, unless CHATBOT_FULL=1 is set.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FullFactAttribute : FactAttribute
{
    public FullFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CHATBOT_FULL") != "1")
        {
            Skip = "A long run at full size; set CHATBOT_FULL=1 to run it.";
        }
    }
}
