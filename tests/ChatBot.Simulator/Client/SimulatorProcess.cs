using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using ChatBot.Simulator.Books;
using ChatBot.Simulator.Faults;

namespace ChatBot.Simulator.Client;

/// <summary>A simulator in a process of its own, for tests and benchmarks. It ends with whoever started it, however that ends.</summary>
internal sealed class SimulatorProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient http;

    private SimulatorProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        http = new HttpClient { BaseAddress = address };
    }

    /// <summary>Where it listens; ends in a slash, as a service URL does.</summary>
    public Uri Address { get; }

    /// <summary>Starts one that keeps its ledger in this file.</summary>
    public static async Task<SimulatorProcess> Start(string ledger, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "ChatBot.Simulator.dll"), "--with-input", "--ledger", ledger, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        var begun = Process.Start(start)!;
        if (await begun.StandardOutput.ReadLineAsync() is not { } address)
        {
            throw new InvalidOperationException($"The simulator did not start: {await begun.StandardError.ReadToEndAsync()}");
        }

        begun.ErrorDataReceived += (_, _) => { };
        begun.BeginErrorReadLine();
        return new SimulatorProcess(begun, new Uri(address + "/"));
    }

    /// <summary>The accepted messages.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> Ledger(int after = 0) =>
        (await http.GetFromJsonAsync<List<LedgerEntry>>(string.Create(CultureInfo.InvariantCulture, $"ledger?after={after}"), Json.Web))!;

    /// <summary>How many messages were accepted.</summary>
    public async Task<int> Accepted() => await http.GetFromJsonAsync<int>("accepted", Json.Web);

    /// <summary>The calls.</summary>
    public async Task<IReadOnlyList<Call>> Calls() => (await http.GetFromJsonAsync<List<Call>>("calls", Json.Web))!;

    /// <summary>The counters.</summary>
    public async Task<Counters> Count() => (await http.GetFromJsonAsync<Counters>("counters", Json.Web))!;

    /// <summary>Puts another plan in force.</summary>
    public async Task Plan(FaultPlan plan)
    {
        using var response = await http.PostAsJsonAsync("faults", plan, Json.Web);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
        }
    }

    /// <summary>Forgets messages, calls and limits.</summary>
    public async Task Reset()
    {
        using var response = await http.PostAsync(new Uri("reset", UriKind.Relative), null);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }
}
