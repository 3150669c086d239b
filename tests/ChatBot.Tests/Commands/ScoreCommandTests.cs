using ChatBot.Commands;

namespace ChatBot.Tests.Commands;

public sealed class ScoreCommandTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_line_is_people_per_verdict_and_the_file_has_a_line_for_each(Database on)
    {
        await using var database = await TestDatabase.Create(on);
        using var folder = new TempFolder();
        var people = folder.Write("people.csv", "email,name,start_date,end_date\nbo@x.example,Bo,2024-01-01,\nada@x.example,Ada,2024-01-01,2026-11-01\n"u8.ToArray());
        await Run("import", "people", people, "--database", database.Address.Connection);

        var (code, output, error) = await Run("score", "--as-of", "2026-11-22", "--out", folder.Path("out.jsonl"), "--json", "--database", database.Address.Connection);

        Assert.Equal((0, string.Empty), (code, error));
        Assert.Equal("""{"people":2,"verdicts":{"Left":1,"NotMeasurable":1}}""", output.TrimEnd().Split('\n')[^1]);
        Assert.Equal(
            [
                """{"email":"ada@x.example","verdict":"Left","reason":null,"score":0,"rate":0,"eligible_days":0,"borderline":false}""",
                """{"email":"bo@x.example","verdict":"NotMeasurable","reason":"AccountNotLinked","score":0,"rate":0,"eligible_days":0,"borderline":false}""",
            ],
            await File.ReadAllLinesAsync(folder.Path("out.jsonl")));
    }

    [Theory]
    [InlineData("--quarter", "2026-Q5")]
    [InlineData("--as-of", "22.11.2026")]
    [InlineData("--quarter", "2026-Q4", "--as-of", "2026-09-30")]
    public async Task A_quarter_or_day_that_is_none_is_refused(params string[] arguments)
    {
        await using var database = await TestDatabase.Create();

        var (code, _, error) = await Run(["score", .. arguments, "--database", database.Address.Connection]);

        Assert.Equal(2, code);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task A_rubric_is_checked()
    {
        using var folder = new TempFolder();
        var good = Path.Combine(AppContext.BaseDirectory, "rubrics", "2026.1.json");
        var bad = folder.Write("bad.json", """{"version":"x"}"""u8.ToArray());

        Assert.Equal((0, "Rubric 2026.1 can be used.\n"), await Run("rubric", "check", good) is var fine ? (fine.Code, fine.Output) : default);
        Assert.Equal(1, (await Run("rubric", "check", bad)).Code);
        Assert.Equal(1, (await Run("rubric", "check", folder.Path("nofile.json"))).Code);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Cli.Run(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
