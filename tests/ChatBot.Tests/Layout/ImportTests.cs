using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace ChatBot.Tests.Layout;

/// <summary>Who may use whom. The table of ARCHITECTURE.md, held.</summary>
public sealed partial class ImportTests
{
    private static readonly Assembly[] Ours = [typeof(Program).Assembly, Assembly.Load("ChatBot.Cards"), Assembly.Load("ChatBot.Domain")];

    /// <summary>
    /// A folder of the service and what it may use besides itself. <c>*</c> at the end stands for each folder below, none of which may use another;
    /// the sources are registered in one list, so their folder may use them all.
    /// </summary>
    private static readonly Dictionary<string, string[]> Table = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Cards"] = [],
        ["Settings"] = [],
        ["Storage"] = ["Domain", "Settings"],
        ["Chat"] = ["Cards", "Domain", "Storage", "Settings"],
        ["Channels/*"] = ["Chat", "Cards", "Domain", "Storage", "Settings"],
        ["Deliveries"] = ["Chat", "Cards", "Domain", "Storage", "Settings"],
        ["Features/*"] = ["Chat", "Cards", "Domain", "Storage", "Deliveries", "Settings"],
        ["Sources"] = ["Sources/*", "Domain", "Storage", "Settings"],
        ["Sources/*"] = ["Sources", "Domain", "Storage", "Settings"],
        ["Health"] = ["Storage"],
    };

    /// <summary>These put everything together and nothing may use them.</summary>
    private static readonly string[] Together = ["Program", "Commands"];

    [Fact]
    public void Every_folder_uses_only_what_the_table_allows()
    {
        var wrong = Edges().Where(edge => !Allowed(edge.From, edge.To)).Select(edge => $"{edge.Type} ({edge.From}) uses {edge.Used} ({edge.To})").Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(string.Empty, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_folder_of_the_service_is_in_the_table()
    {
        var unknown = Types().Select(Folder).Distinct().Where(folder => !Together.Contains(folder) && Row(folder) is null);

        Assert.Equal(string.Empty, string.Join('\n', unknown));
    }

    [Theory]
    [InlineData("Chat", "Storage", "in the signature of a constructor")]
    [InlineData("Storage", "Domain", "in the type of a property")]
    [InlineData("Health", "Storage", "in an async method of a nested type")]
    [InlineData("Commands", "Program", "in a call of a static method")]
    public void The_check_sees_a_use_wherever_it_is(string from, string to, string where) =>
        Assert.True(Edges().Any(edge => edge.From == from && edge.To == to), $"{from} uses {to} {where}, and the check did not see it.");

    [Fact]
    public void A_use_that_the_table_does_not_name_is_refused()
    {
        Assert.False(Allowed("Storage", "Chat"));
        Assert.False(Allowed("Features/Scores", "Features/People"));
        Assert.False(Allowed("Features/Scores", "Channels/Teams"));
        Assert.False(Allowed("Channels/Web", "Channels/Teams"));
        Assert.False(Allowed("Chat", "Commands"));
        Assert.True(Allowed("Features/Scores", "Chat"));
        Assert.True(Allowed("Sources/Csv", "Sources"));
    }

    /// <summary>So that a type cannot slip out of its folder's row by its namespace.</summary>
    [Fact]
    public void Every_file_has_the_namespace_of_its_folder()
    {
        var wrong = Repository.Sources.Where(file => file != "src/ChatBot/Program.cs")
            .Where(file => NamespaceLine().Match(Repository.Read(file)).Groups["name"].Value != NamespaceOf(Path.GetDirectoryName(file)!.Replace('\\', '/')["src/".Length..]));

        Assert.Equal(string.Empty, string.Join('\n', wrong));
    }

    /// <summary>A feature is one namespace: folders within it only keep files apart.</summary>
    private static string NamespaceOf(string folder) => string.Join('.', folder.Split('/') is ["ChatBot", "Features", var feature, ..] ? ["ChatBot", "Features", feature] : folder.Split('/'));

    /// <summary>A constant of another folder leaves no trace in what the compiler makes, but its `using` does.</summary>
    [Fact]
    public void No_file_opens_a_namespace_that_its_folder_may_not_use()
    {
        var wrong =
            from file in Repository.Sources
            let text = Repository.Read(file)
            let own = NamespaceLine().Match(text).Groups["name"].Value
            where own.Length > 0
            from Match line in UsingLine().Matches(text)
            let used = line.Groups["name"].Value
            where used != "ChatBot" && !Allowed(Folder(own, Path.GetFileNameWithoutExtension(file)), Folder(used, string.Empty))
            select $"{file} opens {used}";

        Assert.Equal(string.Empty, string.Join('\n', wrong));
    }

    private static IEnumerable<(Type Type, string From, Type Used, string To)> Edges() =>
        from type in Types()
        let used = UsedTypes.Of(type)
        from other in used
        where Ours.Contains(other.Assembly) && !Outermost(other).Name.StartsWith('<')
        let edge = (Type: type, From: Folder(type), Used: other, To: Folder(other))
        where edge.From != edge.To
        select edge;

    /// <summary>All types, those that the compiler makes for lambdas and async methods too; what the compiler adds on its own account is left out.</summary>
    private static IEnumerable<Type> Types() => Ours.SelectMany(x => x.GetTypes())
        .Where(x => Outermost(x).Namespace?.StartsWith("ChatBot", StringComparison.Ordinal) ?? Outermost(x) == typeof(Program));

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static string Folder(Type type) => Folder(Outermost(type).Namespace ?? string.Empty, Outermost(type).Name);

    private static string Folder(string space, string type)
    {
        var parts = space.Split('.');
        return parts switch
        {
            ["ChatBot"] => type is "Schedule" ? "Program" : "Settings",
            ["ChatBot", "Domain" or "Cards", ..] => parts[1],
            ["ChatBot", "Channels" or "Features" or "Sources", var below, ..] => $"{parts[1]}/{below}",
            ["ChatBot", var folder, ..] => folder,
            _ => "Program",
        };
    }

    private static bool Allowed(string from, string to) =>
        from == to || Together.Contains(from) || (Row(from) ?? []).Any(x => x == to || (x.EndsWith("/*", StringComparison.Ordinal) && to.StartsWith(x[..^1], StringComparison.Ordinal)));

    private static string[]? Row(string folder) =>
        Table.GetValueOrDefault(folder) ?? (folder.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? Table.GetValueOrDefault(folder[..slash] + "/*") : null);

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?(?<name>ChatBot[\w.]*);", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex UsingLine();
}
