using System.Text.Json;

namespace ChatBot.Benchmarks;

/// <summary>Importing 200,000 Copilot user-days beside one bare <see cref="Utf8JsonReader"/> pass over the same file.</summary>
internal static class ImportBenchmark
{
    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-import-");
        try
        {
            var file = Path.Combine(folder.FullName, "copilot-usage.ndjson");
            var size = CopilotFile.Write(file, users: 10_000, days: 20, new DateOnly(2026, 10, 1));
            long peak = 0;
            var medians = await Rounds.Medians(
                () => Task.FromResult(ReadOnce(file)),
                async () =>
                {
                    var database = Path.Combine(folder.FullName, "import.db");
                    foreach (var old in Directory.GetFiles(folder.FullName, "import.db*"))
                    {
                        File.Delete(old);
                    }

                    using var service = ServiceProcess.Start(
                        ["import", "copilot-usage", file, "--database", $"Data Source={database}"],
                        new Dictionary<string, string> { ["DOTNET_ENVIRONMENT"] = "Development", ["ASPNETCORE_ENVIRONMENT"] = "Development" });
                    var seconds = await service.Finish();
                    peak = Math.Max(peak, service.PeakMemory);
                    return seconds;
                });
            Rounds.Say($"200,000 user-days, {size / 1e9:0.00} GB");
            Rounds.Say($"one Utf8JsonReader pass   {medians[0]:0.00} s");
            Rounds.Say($"import, whole process     {medians[1]:0.00} s   {medians[1] / medians[0]:0.0} x   peak {peak / 1e6:0} MB");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double ReadOnce(string path)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        var buffer = new byte[1 << 20];
        var kept = 0;
        long tokens = 0;
        while (true)
        {
            var read = file.Read(buffer.AsSpan(kept));
            var filled = buffer.AsSpan(0, kept + read);
            while (filled.IndexOf((byte)'\n') is var end && end >= 0)
            {
                var reader = new Utf8JsonReader(filled[..end]);
                while (reader.Read())
                {
                    tokens++;
                }

                filled = filled[(end + 1)..];
            }

            filled.CopyTo(buffer);
            kept = filled.Length;
            if (read == 0)
            {
                break;
            }
        }

        return tokens == 0 ? throw new InvalidOperationException("Nothing was read.") : TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }
}
