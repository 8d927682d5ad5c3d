using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Helpline.Testing.Recovery;

/// <summary>The application as a process of its own, that can be killed as <c>kill -9</c> does: nothing in it gets to finish.</summary>
public sealed class HelplineProcess : IDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private HelplineProcess(Process process) => this.process = process;

    /// <summary>What it last wrote, for a failing test's message.</summary>
    public string Output => string.Join(Environment.NewLine, output.TakeLast(40));

    /// <summary>An address nobody listens on. The same one serves every start, as an installation's would.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>Starts the program and returns once it says that it is ready.</summary>
    public static async Task<HelplineProcess> StartAsync(
        Uri address, IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { typeof(Program).Assembly.Location },
            WorkingDirectory = ContentRoot(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = address.AbsoluteUri;
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var started = new HelplineProcess(new Process { StartInfo = start });
        try
        {
            started.Run();
            await started.ReadyAsync(address, cancellationToken);
            return started;
        }
        catch
        {
            started.Dispose();
            throw;
        }
    }

    /// <summary>SIGKILL, and returns once the process is no more.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private void Run()
    {
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task ReadyAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = address };
        for (var since = Stopwatch.StartNew(); since.Elapsed < StartTime; await Task.Delay(100, cancellationToken))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The application ended with {process.ExitCode}:{Environment.NewLine}{Output}");
            }

            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }

        throw new TimeoutException($"The application did not become ready:{Environment.NewLine}{Output}");
    }

    private static string ContentRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Helpline.sln")))
        {
            folder = folder.Parent;
        }

        return folder is null
            ? throw new InvalidOperationException("The tests run outside the repository: no folder above holds Helpline.sln.")
            : Path.Combine(folder.FullName, "src", "Helpline.Web");
    }
}
