using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Helpline.Testing.Nodes;

/// <summary>
/// A RabbitMQ of the test's own: its ports, its folder, its port mapper, all on the loopback interface. Nothing of one that the machine may
/// run is touched, and nothing is left when it is disposed of.
/// </summary>
public sealed class PrivateBroker : IDisposable
{
    // The program behind Debian's command of the same name, which would change to the system's own account and folders.
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private const string PortMapper = "/usr/bin/epmd";
    private const string Ready = "Server startup complete";

    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("helpline-broker-");
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int port = FreePort();
    private readonly List<Process> processes = [];

    private PrivateBroker()
    {
    }

    /// <summary>What <c>Bus:RabbitMq:Uri</c> is set to.</summary>
    public string Uri => $"rabbitmq://guest:guest@127.0.0.1:{port}/";

    /// <summary>Starts it and returns once it takes connections; throws with what to install when it is not on the machine.</summary>
    public static async Task<PrivateBroker> StartAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Server) || !File.Exists(PortMapper))
        {
            throw new InvalidOperationException(
                "The test of two nodes needs RabbitMQ and does not run without it: install Debian's package 'rabbitmq-server' (make test does so as root).");
        }

        var broker = new PrivateBroker();
        try
        {
            await broker.RunAsync(cancellationToken);
            return broker;
        }
        catch
        {
            broker.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var process in Enumerable.Reverse(processes))
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }

            process.Dispose();
        }

        processes.Clear();
        folder.Delete(recursive: true);
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var mapperPort = FreePort().ToString(System.Globalization.CultureInfo.InvariantCulture);
        Start(PortMapper, ["-port", mapperPort, "-address", "127.0.0.1"], []);
        var plugins = Path.Combine(folder.FullName, "enabled_plugins");
        await File.WriteAllTextAsync(plugins, "[].", cancellationToken);
        var broker = Start(Server, [], new()
        {
            ["HOME"] = folder.FullName, // The cookie of Erlang's nodes lies there.
            ["RABBITMQ_NODENAME"] = $"helpline{port}@localhost",
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder.FullName, "data"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(folder.FullName, "log"),
            ["RABBITMQ_LOGS"] = "-",
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder.FullName, "none"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = plugins,
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["RABBITMQ_DIST_PORT"] = FreePort().ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} +S 1:1",
            ["ERL_EPMD_PORT"] = mapperPort,
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        });
        await Task.WhenAny(ready.Task, broker.WaitForExitAsync(cancellationToken), Task.Delay(StartTime, cancellationToken));
        if (!ready.Task.IsCompleted)
        {
            throw new InvalidOperationException($"RabbitMQ did not start:{Environment.NewLine}{string.Join(Environment.NewLine, output.TakeLast(40))}");
        }
    }

    private Process Start(string program, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        processes.Add(process);
        return process;
    }

    private void Hear(string? line)
    {
        output.Enqueue(line ?? "");
        if (line?.Contains(Ready, StringComparison.Ordinal) == true)
        {
            ready.TrySetResult();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
