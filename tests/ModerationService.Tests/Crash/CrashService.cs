using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ModerationService.Keys;

namespace ModerationService.Tests.Crash;

/// <summary>The service as a process of its own, which can be killed without warning and started again on the same file and port.</summary>
internal sealed class CrashService(string store) : IDisposable
{
    private readonly ApiKey _key = ApiKey.Make("crash");
    private readonly int _port = FreePort();
    private Process? _process;

    public Uri Address => new($"http://127.0.0.1:{_port}");

    public string Key => _key.Text;

    /// <summary>True when the process ended by itself, which no kill explains.</summary>
    public bool HasDied => _process is { HasExited: true };

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(store)!,
        };
        foreach (string argument in (string[])
            [Path.Combine(AppContext.BaseDirectory, "ModerationService.dll"), "--urls", Address.ToString(), "--GroomingSignals:SqlitePath", store, .. RunningService.KeySettings(0, _key)])
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        while (true)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The service ended with exit code {_process.ExitCode}.");
            }

            try
            {
                using var response = await client.GetAsync("/health/ready", cancellationToken);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(50, cancellationToken);
        }
    }

    /// <summary>SIGKILL: nothing of the process runs after it.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            Kill();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
