using System.IO.Compression;
using System.Text;
using ChatBot.Commands;

namespace ChatBot.Tests.Commands;

public sealed class ImportCommandTests
{
    private const string People = "email,name\nada@x.example,Ada\neve,Eve\n";

    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_line_is_the_counts_and_every_rejected_row_is_named(Database on)
    {
        await using var database = await TestDatabase.Create(on);
        using var folder = new TempFolder();
        var file = folder.Write("people.csv.gz", Zip(People));
        var rejects = folder.Path("rejects.txt");

        var (code, output, error) = await Run("import", "people", file, "--json", "--rejects", rejects, "--database", database.Address.Connection);

        Assert.Equal((0, string.Empty), (code, error));
        Assert.Equal("""{"read":2,"stored":1,"replaced":0,"unchanged":0,"rejected":1,"ignored":0,"unmatched":0}""", output[^1]);
        Assert.Contains("line 3: email \"eve\" is no e-mail address.", string.Join('\n', output), StringComparison.Ordinal);
        Assert.Equal("people.csv.gz: line 3: email \"eve\" is no e-mail address.\n", await File.ReadAllTextAsync(rejects));
    }

    [Fact]
    public async Task A_file_that_is_missing_or_breaks_off_fails_with_one_sentence()
    {
        await using var database = await TestDatabase.Create();
        using var folder = new TempFolder();
        var half = folder.Write("half.csv.gz", Zip(string.Concat(Enumerable.Range(0, 5000).Select(x => $"a{x}@x.example,A\n")).Insert(0, "email,name\n"))[..2000]);

        var missing = await Run("import", "people", folder.Path("nofile.csv"), "--database", database.Address.Connection);
        var broken = await Run("import", "people", half, "--database", database.Address.Connection);

        Assert.Equal((1, "nofile.csv: There is no such file.\n"), (missing.Code, missing.Error));
        Assert.Equal(1, broken.Code);
        Assert.StartsWith("half.csv.gz: It could not be read to its end", broken.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import", "peple", "x.csv")]
    [InlineData("import", "people")]
    [InlineData("import", "people", "x.csv", "--from", "yesterday")]
    [InlineData("import", "copilot-seats", "x.json", "--as-of", "2026-13-01")]
    public async Task Bad_arguments_exit_with_2(params string[] args)
    {
        await using var database = await TestDatabase.Create();

        var (code, _, error) = await Run([.. args, "--database", database.Address.Connection]);

        Assert.Equal(2, code);
        Assert.NotEmpty(error);
    }

    private static async Task<(int Code, string[] Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Cli.Run(args, output, error);
        return (code, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), error.ToString());
    }

    private static byte[] Zip(string text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}
