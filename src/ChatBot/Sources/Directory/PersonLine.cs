using ChatBot.Domain.Calendar;

namespace ChatBot.Sources.Directory;

/// <summary>One line of a file of people, checked. What the file has no column for is not in <see cref="Columns"/> and stays as it is.</summary>
internal sealed record PersonLine
{
    /// <summary>The columns of an import of people; the first two are required.</summary>
    public static readonly IReadOnlyList<string> AllColumns =
    [
        "email", "name", "entra_object_id", "slack_user_id", "github_login", "claude_email", "chatgpt_email", "manager_email", "work_area", "office", "country",
        "time_zone", "working_days", "start_date", "end_date", "roles",
    ];

    private static readonly string[] Roles = ["reviewer", "programme-office", "auditor"];

    public required string Place { get; init; }

    public required FileReport Report { get; init; }

    public required IReadOnlySet<string> Columns { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public string? EntraObjectId { get; init; }

    public string? SlackUserId { get; init; }

    public string? GithubLogin { get; init; }

    public string? ClaudeEmail { get; init; }

    public string? ChatgptEmail { get; init; }

    public string? TimeZone { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? EndDate { get; init; }

    public required string GrantedRoles { get; init; }

    /// <summary>The dated facts that the file has columns for, empty where it says nothing.</summary>
    public required IReadOnlyList<(string Kind, string Value)> Facts { get; init; }

    /// <summary>Reads a line; gives null and why, as a sentence, when it cannot be used.</summary>
    public static PersonLine? Read(CsvLine line, FileReport report, IReadOnlySet<string> columns, out string? problem)
    {
        var fields = new CsvFields(line);
        var person = new PersonLine
        {
            Place = line.Place,
            Report = report,
            Columns = columns,
            Email = fields.RequiredMail("email"),
            Name = fields.Required("name"),
            EntraObjectId = fields.Optional("entra_object_id")?.ToLowerInvariant(),
            SlackUserId = fields.Optional("slack_user_id"),
            GithubLogin = fields.Optional("github_login"),
            ClaudeEmail = fields.OptionalMail("claude_email"),
            ChatgptEmail = fields.OptionalMail("chatgpt_email"),
            TimeZone = Zone(fields),
            StartDate = fields.OptionalDay("start_date"),
            EndDate = fields.OptionalDay("end_date"),
            GrantedRoles = Granted(fields),
            Facts =
            [
                .. new (string Kind, string Value)[]
                {
                    ("working_days", Pattern(fields)),
                    ("work_area", fields.Optional("work_area") ?? string.Empty),
                    ("manager_email", fields.OptionalMail("manager_email") ?? string.Empty),
                    ("country", fields.Country("country") ?? string.Empty),
                    ("office", fields.Optional("office") ?? string.Empty),
                }.Where(x => columns.Contains(x.Kind)),
            ],
        };
        if (person.EndDate < person.StartDate)
        {
            fields.Refuse("end_date lies before start_date.");
        }

        problem = fields.Problem;
        return problem is null ? person : null;
    }

    private static string? Zone(CsvFields fields)
    {
        if (fields.Optional("time_zone") is not { } name)
        {
            return null;
        }

        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var iana))
        {
            return iana;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out _))
        {
            fields.Refuse($"time_zone \"{name}\" is no zone like Europe/Berlin.");
        }

        return name;
    }

    private static string Pattern(CsvFields fields)
    {
        if (fields.Optional("working_days") is not { } text)
        {
            return string.Empty;
        }

        if (!WorkingDays.TryParse(text, out var days))
        {
            fields.Refuse($"working_days \"{text}\" is no pattern like Mon-Fri or Mon;Tue;Thu.");
        }

        return days.ToString();
    }

    private static string Granted(CsvFields fields)
    {
        var roles = (fields.Optional("roles") ?? string.Empty).ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (roles.FirstOrDefault(x => !Roles.Contains(x)) is { } unknown)
        {
            fields.Refuse($"roles has \"{unknown}\"; known are {string.Join(", ", Roles)}.");
        }

        return string.Join(';', Roles.Where(roles.Contains));
    }
}
