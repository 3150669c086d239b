using System.Reflection;
using System.Runtime.CompilerServices;
using ChatBot.Commands;
using Xunit;

namespace ChatBot.Tests.Layout;

public sealed class NamingTests
{
    private static readonly string[] SayNothing = ["Service", "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Processor", "Info", "Data", "Base", "Impl", "DTO", "Dto"];

    [Fact]
    public void No_type_ends_in_a_word_that_says_nothing()
    {
        var wrong = Types().Where(type => SayNothing.Any(word => Plain(type).EndsWith(word, StringComparison.Ordinal))).Select(type => type.FullName);

        Assert.Equal(string.Empty, string.Join('\n', wrong));
    }

    [Fact]
    public void No_method_of_ours_says_that_it_is_async()
    {
        // What a base class or an interface of the framework asks for keeps its name.
        var wrong =
            from type in Types()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where method.Name.EndsWith("Async", StringComparison.Ordinal) && !method.Name.Contains('.', StringComparison.Ordinal) && !method.IsVirtual && !method.Name.Contains('<', StringComparison.Ordinal)
            select $"{type.FullName}.{method.Name}";

        Assert.Equal(string.Empty, string.Join('\n', wrong));
    }

    [Fact]
    public void No_folder_is_named_like_a_type_in_it()
    {
        var wrong = Repository.Sources.Where(file => Path.GetFileNameWithoutExtension(file) == Path.GetFileName(Path.GetDirectoryName(file)));

        Assert.Equal(string.Empty, string.Join('\n', wrong));
    }

    [Fact]
    public void Program_is_a_table_of_contents() => Assert.InRange(Repository.Read("src/ChatBot/Program.cs").Split('\n').Length, 1, 61);

    [Fact]
    public void No_file_waits_by_sleeping_or_promises_to_be_written_later()
    {
        var wrong =
            from file in Repository.Sources
            let text = Repository.Read(file)
            from word in new[] { "NotImplementedException", "TODO", "FIXME", "Thread.Sleep", "#region" }
            where text.Contains(word, StringComparison.Ordinal)
            select $"{file}: {word}";

        Assert.Equal(string.Empty, string.Join('\n', wrong));
    }

    [Fact]
    public void A_warning_is_silenced_only_with_its_reason_on_the_same_line()
    {
        var wrong =
            from file in Repository.Sources
            from line in Repository.Read(file).Split('\n')
            where line.Contains("#pragma warning disable", StringComparison.Ordinal) && !line.Contains("// ", StringComparison.Ordinal)
            select $"{file}: {line}";

        Assert.Equal(string.Empty, string.Join('\n', wrong));
    }

    private static string Plain(Type type) => type.Name.Split('`')[0];

    private static IEnumerable<Type> Types() => new[] { typeof(Program).Assembly, Assembly.Load("ChatBot.Cards"), Assembly.Load("ChatBot.Domain") }
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.Namespace?.StartsWith("ChatBot", StringComparison.Ordinal) == true && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null);
}
