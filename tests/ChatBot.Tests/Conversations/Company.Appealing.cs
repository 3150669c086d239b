using System.Globalization;
using System.Text;
using ChatBot.Features.Scores;

namespace ChatBot.Tests.Conversations;

/// <summary>The company with managers, reviewers, a programme office, and a team whose editors reported nothing for two weeks.</summary>
internal sealed partial class Company
{
    /// <summary>The team whose telemetry was off from 5 to 16 October; the first of them is named Tess.</summary>
    public static IReadOnlyList<string> Silent { get; } = ["tess", "tom", "tina"];

    /// <summary>
    /// The company on a day. Mona leads ada, grace, roy and kai, and Mona's manager is max; Petra leads the silent team, Paul rita, Pia rob and ruth, and
    /// Quinn olive and oscar. Reviewers are rita, rob, ruth and roy; the programme office is olive and oscar. Everybody reports to carol in the end.
    /// </summary>
    public static async Task<Company> Appealing(string day = "2026-11-23", Database kind = Database.Sqlite, params string[] settings)
    {
        var company = await On(day, kind, settings);
        await company.AddDirectory();
        return company;
    }

    /// <summary>Reads every file once more, as if somebody had begun anew, and computes every sheet.</summary>
    public async Task ImportAgain()
    {
        await Fill();
        await AddDirectory();
    }

    /// <summary>The same company, its service started anew on another day. Dispose of it before the first.</summary>
    public Company Restarted(string time) =>
        new(database, DateTimeOffset.ParseExact(time, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture), [], owns: false);

    /// <summary>The directory with managers and roles, as one would import it.</summary>
    /// <param name="changed">Managers other than the usual, by name.</param>
    public static string Directory(params (string Name, string Manager)[] changed)
    {
        var managers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ada"] = "mona", ["grace"] = "mona", ["roy"] = "mona", ["kai"] = "mona", ["mona"] = "max", ["max"] = "carol",
            ["tess"] = "petra", ["tom"] = "petra", ["tina"] = "petra", ["petra"] = "carol",
            ["rita"] = "paul", ["paul"] = "carol", ["rob"] = "pia", ["ruth"] = "pia", ["pia"] = "carol",
            ["olive"] = "quinn", ["oscar"] = "quinn", ["quinn"] = "carol", ["carol"] = string.Empty,
        };
        foreach (var (name, manager) in changed)
        {
            managers[name] = manager;
        }

        var people = new StringBuilder("email,name,work_area,country,time_zone,start_date,manager_email,roles,github_login\n");
        foreach (var (name, manager) in managers)
        {
            var role = name switch { "rita" or "rob" or "ruth" or "roy" => "reviewer", "olive" or "oscar" => "programme-office", _ => string.Empty };
            var (full, area) = name switch { "ada" => ("Ada Lovelace", "Payments"), "grace" => ("Grace Hopper", "Payments"), "kai" => ("Kai Two", "Risk"), _ => (Named(name), "Risk") };
            people.Append(CultureInfo.InvariantCulture, $"{name}@example.com,{full},{area},DE,Europe/Berlin,2020-01-01,{(manager.Length == 0 ? manager : manager + "@example.com")},{role},{(Silent.Contains(name) ? name : string.Empty)}\n");
        }

        return people.ToString();

        static string Named(string name) => char.ToUpperInvariant(name[0]) + name[1..] + " Example";
    }

    private async Task AddDirectory()
    {
        await Import("people", Directory());
        await Import("copilot-usage", SilentUsage());
        await Scoring.Nightly(Parts, CancellationToken.None);
    }

    /// <summary>Reports of GitHub about the silent team: five prompts every working day; from 5 to 16 October only that there was a chat.</summary>
    private string SilentUsage()
    {
        var rows = new StringBuilder();
        for (var day = new DateOnly(2026, 7, 1); day < Today; day = day.AddDays(1))
        {
            for (var number = 0; number < Silent.Count && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday); number++)
            {
                var off = day >= new DateOnly(2026, 10, 5) && day <= new DateOnly(2026, 10, 16);
                var counts = off
                    ? "\"user_initiated_interaction_count\":0,\"used_chat\":true,\"used_agent\":false,\"totals_by_ide\":[],\"totals_by_feature\":[]"
                    : "\"user_initiated_interaction_count\":5,\"used_chat\":true,\"used_agent\":false,\"totals_by_ide\":[{\"ide\":\"vscode\",\"user_initiated_interaction_count\":5}],"
                        + "\"totals_by_feature\":[{\"feature\":\"chat_panel_ask_mode\",\"user_initiated_interaction_count\":5}]";
                rows.Append(CultureInfo.InvariantCulture, $"{{\"day\":\"{day:yyyy-MM-dd}\",\"enterprise_id\":\"310\",\"user_id\":{8200000 + number},\"user_login\":\"{Silent[number]}\",{counts}}}\n");
            }
        }

        return rows.ToString();
    }
}
