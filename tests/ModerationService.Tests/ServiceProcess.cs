using System.Diagnostics;

namespace ModerationService.Tests;

/// <summary>The service as a process that is expected to end by itself.</summary>
internal static class ServiceProcess
{
    /// <summary>Runs it to its end; one that stays is killed and told.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "ModerationService.dll"), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw new TimeoutException($"The service did not end: {await output}{await error}");
        }

        return (process.ExitCode, await output, await error);
    }
}
