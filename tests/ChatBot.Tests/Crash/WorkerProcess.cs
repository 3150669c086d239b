using System.Diagnostics;
using System.Globalization;

namespace ChatBot.Tests.Crash;

/// <summary>The service as an operator runs it, a process of its own, so that it can be killed and frozen from outside.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const string ListeningLine = "Now listening on: ";

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> said = [];
    private bool ended;

    private WorkerProcess(Process process) => this.process = process;

    /// <summary>Where it listens, once it does.</summary>
    public Task<Uri> Listening => listening.Task.WaitAsync(TimeSpan.FromMinutes(2));

    /// <summary>Starts <c>ChatBot serve</c> with these settings on a port of its own; does not wait for it.</summary>
    public static WorkerProcess Launch(IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ChatBot.dll"));
        start.ArgumentList.Add("serve");
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Listening__Url"] = "http://127.0.0.1:0";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        start.Environment["Logging__Console__FormatterName"] = "systemd";
        var worker = new WorkerProcess(Process.Start(start)!);
        worker.process.OutputDataReceived += (_, line) => worker.Hear(line.Data);
        worker.process.ErrorDataReceived += (_, line) => worker.Hear(line.Data);
        worker.process.BeginOutputReadLine();
        worker.process.BeginErrorReadLine();
        return worker;
    }

    /// <summary>Starts one and waits until it listens.</summary>
    public static async Task<WorkerProcess> Start(IReadOnlyDictionary<string, string> settings)
    {
        var worker = Launch(settings);
        await worker.Listening;
        return worker;
    }

    /// <summary>What it logged, warnings and worse.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return string.Join('\n', said);
            }
        }
    }

    /// <summary>SIGKILL: nothing of it runs on, nothing is written any more.</summary>
    public async Task Kill()
    {
        ended = true;
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, and how long it took to end with which code.</summary>
    public async Task<(TimeSpan Took, int Code)> Terminate()
    {
        ended = true;
        var start = TimeProvider.System.GetTimestamp();
        await Signal("TERM");
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return (TimeProvider.System.GetElapsedTime(start), process.ExitCode);
    }

    /// <summary>SIGSTOP: it stands still, wherever it is.</summary>
    public Task Freeze() => Signal("STOP");

    /// <summary>SIGCONT: it goes on as if nothing had been.</summary>
    public Task Thaw() => Signal("CONT");

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private async Task Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            if (!ended)
            {
                listening.TrySetException(new InvalidOperationException($"The service ended by itself: {Said}"));
            }
        }
        else if (line.IndexOf(ListeningLine, StringComparison.Ordinal) is >= 0 and var at)
        {
            listening.TrySetResult(new Uri(line[(at + ListeningLine.Length)..].Trim()));
        }
        else if (!line.StartsWith("<6>", StringComparison.Ordinal))
        {
            lock (said)
            {
                said.Add(line);
            }
        }
    }
}
