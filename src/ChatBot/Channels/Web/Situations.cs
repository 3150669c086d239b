using System.Collections.Frozen;

namespace ChatBot.Channels.Web;

/// <summary>How the list of people names the situations of <see cref="Storage.PersonExample"/>.</summary>
internal static class Situations
{
    private static readonly FrozenDictionary<string, (string Title, string Line, string Mark)> Known = new Dictionary<string, (string, string, string)>(StringComparer.Ordinal)
    {
        ["Heavy"] = ("Heavy use", "AI tools on most working days.", "heavy"),
        ["Light"] = ("Light use", "Some use, below the threshold of heavy.", "light"),
        ["Non"] = ("No use seen", "The data could see, and saw nothing for 28 days.", "none"),
        ["TooNew"] = ("New here", "Fewer than 28 days with a licence: no tier yet.", "wait"),
        ["Borderline"] = ("A close call", "A little more or less would give the other tier.", "light"),
        ["NotMeasurable(TelemetryOff)"] = ("Telemetry off", "The editor does not report, so the data cannot say.", "blind"),
        ["NotMeasurable(ClientTooOld)"] = ("Old client", "The editor's plug-in is too old to report.", "blind"),
        ["NotMeasurable(AccountNotLinked)"] = ("Account not linked", "No account of theirs is known, or two people claim it.", "blind"),
        ["NotMeasurable(NoLicence)"] = ("No licence", "No tool was licensed to them.", "blind"),
        ["NotMeasurable(NotReported)"] = ("Activity not in the report", "The vendor saw activity that its report does not hold.", "blind"),
        ["NotMeasurable(ReportMissing)"] = ("Report missing", "The vendor's report of those days is missing or far too small.", "blind"),
        ["NotMeasurable(TooFewDays)"] = ("Too few days", "Fewer than ten days count this quarter.", "blind"),
        ["NotMeasurable(NotCovered)"] = ("Too little was covered", "No use seen, but too few days were covered to say so.", "blind"),
        ["OnLeave"] = ("On leave", "Away today: no tier, and no messages.", "wait"),
        ["Left"] = ("Left the company", "Their last day is over.", "wait"),
        ["Manager"] = ("Manager", "Somebody names them as manager.", "role"),
        ["reviewer"] = ("Reviewer", "Works the queue of appeals.", "role"),
        ["programme-office"] = ("Programme office", "Runs the programme.", "role"),
        ["auditor"] = ("Auditor", "Works council or data protection.", "role"),
        ["Found"] = ("Found", string.Empty, "role"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Title, line and mark (a class of the style sheet) of a situation; a reason that an operator declared is its own title.</summary>
    public static (string Title, string Line, string Mark) Of(string situation) =>
        Known.TryGetValue(situation, out var known) ? known : (situation["NotMeasurable(".Length..^1], "Declared by an operator: the data cannot see this use.", "blind");
}
