using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace ChatBot.Tests;

/// <summary>
/// A PostgreSQL for the tests: the one that <c>CHATBOT_TEST_POSTGRES</c> names, else a cluster of our own from Debian's packages, in a temporary folder,
/// reached by a socket in it, without fsync. It ends with the test process, however that ends.
/// </summary>
internal static class TestPostgres
{
    private static readonly string? Named = Environment.GetEnvironmentVariable("CHATBOT_TEST_POSTGRES");
    private static readonly string? Programs = FindPrograms();
    private static readonly Lazy<string> Started = new(Start);
    private static Process? server;

    /// <summary>Why tests on PostgreSQL are skipped; null when they can run.</summary>
    public static string? WhyNot { get; } = Named is null && Programs is null
        ? "PostgreSQL is not installed (no initdb under /usr/lib/postgresql) and CHATBOT_TEST_POSTGRES names none."
        : null;

    /// <summary>Connection string of a server on which databases can be made; its database is <c>postgres</c>.</summary>
    public static string Server => Named ?? Started.Value;

    private static string? FindPrograms() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(x => Path.Combine(x, "bin")).Where(x => File.Exists(Path.Combine(x, "initdb")))
            .OrderByDescending(x => x, StringComparer.Ordinal).FirstOrDefault()
        : null;

    private static string Start()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-pg-").FullName;
        var asRoot = Environment.UserName == "root";
        if (asRoot)
        {
            Run("chown", "postgres", folder);
        }

        // The shell lives as long as its input is open, which is as long as this process does, and takes the server with it.
        var script = string.Create(CultureInfo.InvariantCulture, $"""
            cd {folder}
            {Programs}/initdb -D data -U postgres -A trust -E UTF8 --no-locale -N >initdb.log 2>&1 || exit 1
            {Programs}/postgres -D data -k {folder} -c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=200 >server.log 2>&1 </dev/null &
            server=$!
            until {Programs}/pg_isready -q -h {folder}; do kill -0 $server || exit 1; sleep 0.05; done
            echo ready
            cat >/dev/null
            kill -QUIT $server; wait $server; rm -rf {folder}
            """);
        var start = new ProcessStartInfo(asRoot ? "setpriv" : "sh") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in asRoot ? ["--reuid=postgres", "--regid=postgres", "--init-groups", "sh", "-c", script] : new[] { "-c", script })
        {
            start.ArgumentList.Add(argument);
        }

        server = Process.Start(start)!;
        if (server.StandardOutput.ReadLine() != "ready")
        {
            throw new InvalidOperationException($"PostgreSQL did not start; see {folder}.");
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.StandardInput.Close();
            server.WaitForExit(5000);
        };
        return new NpgsqlConnectionStringBuilder { Host = folder, Username = "postgres", Database = "postgres", MaxPoolSize = 20 }.ConnectionString;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed with {process.ExitCode}.");
        }
    }
}
