using ChatBot.Storage;
using Npgsql;

namespace ChatBot.Tests.Storage;

public sealed class DatabaseAddressTests
{
    private static readonly StorageSettings Settings = new(".data", 2000);

    [Theory]
    [InlineData("Host=db;Database=bot;Username=u;Password=p")]
    [InlineData("postgresql://u:p@db/bot")]
    [InlineData("postgres://u:p@db:5432/bot?sslmode=require")]
    public void PostgreSQL_is_chosen_by_its_connection(string text)
    {
        var address = DatabaseAddress.Of(text, Settings);
        var connection = new NpgsqlConnectionStringBuilder(address.Connection);

        Assert.True(address.IsPostgres);
        Assert.Equal(("db", "bot", "u", "p"), (connection.Host, connection.Database, connection.Username, connection.Password));
    }

    [Fact]
    public void A_password_with_escaped_characters_is_read()
    {
        var connection = new NpgsqlConnectionStringBuilder(DatabaseAddress.Of("postgresql://u:p%40%3A%2F@db/bot", Settings).Connection);

        Assert.Equal("p@:/", connection.Password);
    }

    [Theory]
    [InlineData(null, ".data/chatbot.db")]
    [InlineData("", ".data/chatbot.db")]
    [InlineData("bot.db", "bot.db")]
    [InlineData("Data Source=folder/bot.db", "folder/bot.db")]
    public void Anything_else_is_a_file_with_an_absolute_path(string? text, string file)
    {
        var address = DatabaseAddress.Of(text, Settings);

        Assert.False(address.IsPostgres);
        Assert.Contains("Data Source=" + Path.GetFullPath(file), address.Connection, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db;Nonsense=1")]
    [InlineData("postgresql://u:p@:x/bot")]
    [InlineData("Nonsense=1")]
    [InlineData("Data Source=:memory:")]
    public void A_malformed_connection_is_refused_without_repeating_it(string text)
    {
        var refused = Assert.Throws<SettingsException>(() => DatabaseAddress.Of(text, Settings));

        Assert.DoesNotContain(text, refused.Message, StringComparison.Ordinal);
    }
}
