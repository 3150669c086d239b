using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;

namespace ChatBot.Features.Digests;

/// <summary>What can be said and pressed about one's own weekly summary: the rows, their handlers and their cards.</summary>
internal static class DigestPhrases
{
    /// <summary>Commands for whose buttons tokens are made.</summary>
    public const string Time = "digest.time", Stop = "digest.stop", Pause = "digest.pause", Resume = "digest.resume";

    /// <summary>Adds them.</summary>
    public static IServiceCollection AddDigestPhrases(this IServiceCollection services) => services
        .AddPhrase(NowRow).AddCard<DigestCard>("digest").AddCard<DigestNoneCard>("digestnone")
        .AddPhrase(SettingsRow).AddCard<DigestSettingsCard>("digestsettings")
        .AddPhrase(FormRow).AddCard<DigestTimeCard>("digesttime")
        .AddPhrase(TimeRow).AddPhrase(StopRow).AddPhrase(PauseRow).AddPhrase(ResumeRow);

    /// <summary>Adds what sends them.</summary>
    public static IServiceCollection AddDigestDelivery(this IServiceCollection services) =>
        services.AddDeliveryKind<MakeDigest>(DigestKinds.Personal, DeliveryClass.Quiet, statesVerdict: true);

    private static Phrase NowRow { get; } = new(
        "digest.now", "My weekly summary", "your last week, now; “digest settings” changes or stops the weekly one",
        [
            "digest now", "digest", "my digest", "show my digest", "give me my digest now", "weekly summary", "my weekly summary", "weekly summary now", "summary", "my summary",
            "summary of my week", "summarise my week", "summarize my week", "weekly digest", "weekly recap", "recap", "weekly review", "=how was my week", "=my week", "=week in review",
            "send my digest now", "send me my digest", "send summary now",
        ],
        typeof(ShowDigestNow));

    private static Phrase SettingsRow { get; } = new(
        "digest.settings", "Change or stop these", "",
        [
            "digest settings", "change or stop these", "summary settings", "weekly summary settings", "settings", "my settings", "preferences", "my preferences", "notifications",
            "notification settings", "manage digest", "when does my digest come", "digest come", "when is my next digest", "next digest", "next summary", "subscription", "subscriptions", "change summary", "change digest",
        ],
        typeof(ShowDigestSettings));

    private static Phrase FormRow { get; } = new(
        "digest.form", "Another day or time", "",
        [
            "change digest time", "change digest day", "change the time of my digest", "change the day of my digest", "another day", "another time", "different day", "different time",
            "=another day or time", "digest on another day", "digest at another time", "move my digest", "reschedule digest", "reschedule", "change the day", "change the time", "digest time", "digest day", "summary time", "summary day",
        ],
        typeof(ShowDigestForm));

    private static Phrase TimeRow { get; } = new(
        Time, "Change when my weekly summary comes", "",
        [
            "digest wednesday 9:00", "digest wednesday", "digest on wednesday at 9:00", "digest on wednesday", "digest on wednesday 9:00", "digest at 9:00", "digest at 9:00 on wednesday", "digest 9:00",
            "digest every wednesday", "digest every wednesday at 9:00", "my digest on wednesday at 9:00", "weekly summary on thursday at 14:30", "weekly summary on thursday", "weekly summary thursday 14:30",
            "weekly summary thursday", "weekly summary at 14:30", "summary on friday at 2pm", "summary friday 2pm", "summary on friday", "summary at 2pm", "send my digest on friday at 2pm", "send my digest on friday",
            "send digest on friday at 2pm", "send me my digest on friday at 2pm", "send my summary on friday at 2pm", "send my weekly summary on friday at 2pm", "move my digest to friday", "move my digest to friday at 2pm", "move my digest to friday 2pm",
            "move digest to friday 2pm", "change my digest to friday at 2pm", "change my digest to friday 2pm", "send my digest on friday 2pm", "send my digest friday 2pm", "weekly summary on thursday 14:30", "change digest to friday 2pm", "change my digest to friday",
        ],
        typeof(ChooseDigestTime), Effect.Changes, Object: SaidWish.Time);

    private static Phrase StopRow { get; } = new(
        Stop, "Stop my weekly summary", "",
        [
            "stop digest", "stop my digest", "stop the digest", "stop digests", "stop", "stop it", "stop this", "stop these", "stop summary", "stop weekly summary", "stop my weekly summary", "stop the weekly summary",
            "stop weekly summaries", "no more weekly summaries", "no more summaries", "no more digests", "no digest", "no digests", "unsubscribe", "unsubscribe me", "opt out", "mute", "mute this", "mute digest",
            "stop sending me this", "stop sending me these", "stop sending", "stop sending summaries", "stop sending digests", "stop messaging me", "stop messages", "stop notifications", "turn off digest",
            "turn digest off", "turn off summaries", "turn off notifications", "cancel digest", "cancel my digest", "cancel weekly summary", "disable digest", "don't send me this", "don't send digests", "don't send summaries",
            "end digest", "leave me alone", "quit digest",
        ],
        typeof(StopDigest), Effect.Changes);

    private static Phrase PauseRow { get; } = new(
        Pause, "Pause my weekly summary", "",
        [
            "pause digest 2 weeks", "pause digest", "pause my digest", "pause the digest", "pause", "pause it", "pause this", "pause these", "pause digest for 2 weeks", "pause my digest for 2 weeks", "pause for 2 weeks",
            "pause 2 weeks", "pause it for 2 weeks", "pause digest until 3 dec", "pause my digest until 3 dec", "pause until 3 dec", "pause it until 3 dec", "pause digest until friday", "pause my digest until friday", "pause until friday",
            "pause summary", "pause weekly summary", "pause my weekly summary", "pause weekly summary for 2 weeks", "pause my weekly summary for 2 weeks", "pause weekly summary until 3 dec", "pause my weekly summary until 3 dec",
            "snooze", "snooze digest", "snooze this", "snooze 2 weeks", "snooze for 2 weeks", "snooze digest for 2 weeks", "snooze digest 2 weeks", "snooze until friday", "snooze until 3 dec", "snooze digest until 3 dec",
            "no digest for 2 weeks", "no digest until 3 dec", "no summaries for 2 weeks", "mute for 2 weeks", "mute digest for 2 weeks", "mute until friday", "stop digest for 2 weeks", "stop digest until 3 dec", "stop for 2 weeks",
        ],
        typeof(PauseDigest), Effect.Changes, Object: SaidWish.Pause);

    private static Phrase ResumeRow { get; } = new(
        Resume, "Start my weekly summary again", "",
        [
            "resume digest", "resume my digest", "resume", "resume it", "resume these", "start digest", "start my digest", "start the digest again", "start digest again", "restart digest", "restart", "resume summary",
            "resume weekly summary", "resume my weekly summary", "start weekly summary", "start my weekly summary", "start my weekly summary again", "start summary", "unpause", "unpause digest", "unmute", "unmute digest", "unsnooze",
            "subscribe", "subscribe me", "subscribe again", "resubscribe", "opt in", "turn on digest", "turn digest on", "turn on summaries", "turn on notifications", "enable digest", "=send digest again", "=send me my digest again",
        ],
        typeof(ResumeDigest), Effect.Changes);
}
