using System.Diagnostics;
using System.Reflection;

namespace ModerationService.Tests;

/// <summary>The service as a process that is expected to end by itself.</summary>
internal static class ServiceProcess
{
    /// <summary>Runs it to its end; one that stays is killed and told.</summary>
    public static Task<(int ExitCode, string Output, string Error)> RunAsync(string folder, params string[] arguments) =>
        DotnetAsync(folder, [Path.Combine(AppContext.BaseDirectory, "ModerationService.dll"), .. arguments]);

    /// <summary>The same by <c>dotnet run</c>, as the README has it, without building.</summary>
    public static Task<(int ExitCode, string Output, string Error)> RunProjectAsync(string folder, params string[] arguments)
    {
        string configuration = typeof(ServiceProcess).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        return DotnetAsync(folder, ["run", "--no-build", "-c", configuration, "--project", RepositoryFile.Path("samples/ModerationService"), "--", .. arguments]);
    }

    private static async Task<(int ExitCode, string Output, string Error)> DotnetAsync(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (string argument in arguments)
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
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The service did not end: {await output}{await error}");
        }

        return (process.ExitCode, await output, await error);
    }
}
