using ChatBot.Commands;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Commands;

public sealed class BackupCommandTests
{
    [Fact]
    public async Task A_backup_taken_while_somebody_writes_is_whole_and_serves_as_the_database()
    {
        await using var database = await TestDatabase.Create();
        using var folder = new TempFolder();
        var people = folder.Write("people.csv", "email,name\nbo@x.example,Bo\nada@x.example,Ada\n"u8.ToArray());
        await Run("import", "people", people, "--database", database.Address.Connection);
        await using var writing = database.CreateDbContext();
        await using var transaction = await writing.Database.BeginTransactionAsync();
        await writing.People.ExecuteDeleteAsync();

        var (code, output, error) = await Run("backup", folder.Path("copy.db"), "--database", database.Address.Connection);

        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains(", 2 people). It was read through and is whole.", output, StringComparison.Ordinal);
        Assert.Contains("it knows 2 people.", (await Run("doctor", "--database", folder.Path("copy.db"))).Output, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Path("copy.db.unfinished")));
    }

    [Fact]
    public async Task A_backup_never_overwrites()
    {
        await using var database = await TestDatabase.Create();
        using var folder = new TempFolder();
        var there = folder.Write("copy.db", [1, 2, 3]);

        var (code, _, error) = await Run("backup", there, "--database", database.Address.Connection);

        Assert.Equal((1, $"{there} is there already; a backup never overwrites.\n"), (code, error));
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(there));
    }

    [Theory]
    [InlineData("none.db", "There is no database at ")]
    [InlineData("Host=nowhere", "The database is PostgreSQL: use pg_dump ")]
    public async Task What_cannot_be_copied_says_why(string database, string sentence)
    {
        using var folder = new TempFolder();

        var (code, _, error) = await Run("backup", folder.Path("copy.db"), "--database", database);

        Assert.Equal(1, code);
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Path("copy.db")));
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Cli.Run(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
