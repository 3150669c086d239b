using ChatBot.Storage;

namespace ChatBot.Chat;

/// <summary>The only way in which a handler comes to a person's data.</summary>
internal static class OwnFile
{
    /// <summary>Opens the file of the person who asks, for themselves. There is no way to name anybody else.</summary>
    /// <param name="door">The door.</param>
    /// <param name="asked">Who asks.</param>
    /// <param name="what">What will be looked at, for the access record.</param>
    public static PersonFile OpenOwn(this PersonDoor door, Asked asked, string what) =>
        door.Open(asked.Self, asked.Self.Person!.Value, what) ?? throw new InvalidOperationException("The door refuses people their own data.");
}
