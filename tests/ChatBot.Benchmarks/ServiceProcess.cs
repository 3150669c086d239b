using System.Diagnostics;
using System.Globalization;

namespace ChatBot.Benchmarks;

/// <summary>The service as a process of its own, with its memory watched.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Process process;
    private readonly long started = TimeProvider.System.GetTimestamp();

    private ServiceProcess(Process process) => this.process = process;

    /// <summary>Highest resident memory seen, in bytes (Linux: VmHWM).</summary>
    public long PeakMemory { get; private set; }

    /// <summary>Starts the service's own assembly with these arguments and settings.</summary>
    public static ServiceProcess Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings) =>
        Start(Path.Combine(AppContext.BaseDirectory, "ChatBot.dll"), arguments, settings);

    /// <summary>Starts this benchmark's own assembly.</summary>
    public static ServiceProcess StartSelf(IEnumerable<string> arguments) =>
        Start(Path.Combine(AppContext.BaseDirectory, "ChatBot.Benchmarks.dll"), arguments, new Dictionary<string, string>());

    private static ServiceProcess Start(string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var begun = Process.Start(start)!;
        begun.OutputDataReceived += (_, _) => { };
        begun.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text && Environment.GetEnvironmentVariable("BENCH_VERBOSE") is not null)
            {
                Console.Error.WriteLine(text);
            }
        };
        begun.BeginOutputReadLine();
        begun.BeginErrorReadLine();
        return new ServiceProcess(begun);
    }

    /// <summary>Waits for the end and gives the seconds it took since its start; throws when it failed.</summary>
    public async Task<double> Finish()
    {
        var ended = process.WaitForExitAsync();
        using var watch = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await Task.WhenAny(ended, watch.WaitForNextTickAsync().AsTask()) != ended)
        {
            Look();
        }

        return process.ExitCode == 0
            ? TimeProvider.System.GetElapsedTime(started).TotalSeconds
            : throw new InvalidOperationException($"The service ended with {process.ExitCode}.");
    }

    /// <summary>Reads the peak once.</summary>
    public void Look()
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            if (line is not null)
            {
                var kilobytes = long.Parse(line.AsSpan(6).Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture);
                PeakMemory = Math.Max(PeakMemory, kilobytes * 1024);
            }
        }
        catch (IOException)
        {
            // The process ended between the two looks: its last peak stands.
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }
}
