using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Policy;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Workbench;
using GroomingSignals.Workbench.Wellness;

namespace GroomingSignals.Cli.Commands;

/// <summary>One run of <c>workbench</c>: starts the page, says where it is, and stays until it is stopped.</summary>
internal sealed class WorkbenchRun(WorkbenchRunOptions options, CommandContext context)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        foreach (string path in options.Data)
        {
            FileProblem.RequireFile(path);
        }

        OutputTarget.RequireNoInput(options.Save, [.. options.Data, .. options.Rules, .. new[] { options.Model, options.Wellness }.OfType<string>()]);
        if (File.Exists(options.Save) && !IsPolicy(options.Save))
        {
            await context.Error.WriteLineAsync(VisibleText.Of($"{options.Save}: is there already and is not the file of --policy: the page will not save over it until it is opened there, or renamed")).ConfigureAwait(false);
        }

        RiskClassifier? classifier = options.Model is null ? null : AnalyzerLoader.LoadModel(options.Model);
        RiskPolicy policy = AnalyzerLoader.LoadPolicy(options.Policy);
        foreach (string warning in AnalyzerLoader.WarningsOf(AnalyzerLoader.Build(options.Rules, policy, classifier)))
        {
            await context.Error.WriteLineAsync(VisibleText.Of(warning)).ConfigureAwait(false);
        }

        WorkbenchServer server = await StartAsync(policy, classifier, cancellationToken).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            Say($"{server.Address}\n");
            await context.Error.WriteLineAsync("The workbench runs on this machine only. Whoever has the address can open it. Ctrl+C ends it.").ConfigureAwait(false);
            if (options.Browser)
            {
                await OpenAsync(server.Address).ConfigureAwait(false);
            }

            return await StayAsync(server, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool IsPolicy(string path) => options.Policy is { } policy && string.Equals(Path.GetFullPath(policy), Path.GetFullPath(path), StringComparison.Ordinal);

    /// <summary>Ends when it is told to, which is how it should end, or when there is nothing to show.</summary>
    private async Task<int> StayAsync(WorkbenchServer server, CancellationToken cancellationToken)
    {
        try
        {
            if (!await server.Scored.WaitAsync(cancellationToken).ConfigureAwait(false))
            {
                throw new CommandException(server.Failure ?? "the corpus could not be scored");
            }

            await context.Error.WriteLineAsync("The corpus is scored.").ConfigureAwait(false);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await context.Error.WriteLineAsync("The workbench has ended.").ConfigureAwait(false);
        }

        return ExitCode.Clean;
    }

    private async Task<WorkbenchServer> StartAsync(RiskPolicy policy, RiskClassifier? classifier, CancellationToken cancellationToken)
    {
        try
        {
            return await WorkbenchServer.StartAsync(
                new WorkbenchOptions
                {
                    Data = options.Data,
                    Analyzer = candidate => AnalyzerLoader.Build(options.Rules, candidate, classifier),
                    Policy = policy,
                    PolicyFile = options.Policy,
                    SaveTo = options.Save,
                    Workload = options.Workload,
                    Wellness = Wellness(),
                    Port = options.Port,
                    Threads = options.Threads,
                    Time = context.Time,
                    Notices = data => TrainedOnThis.Warning(classifier, data) is { } memory ? [memory.Detail] : [],
                    Arguments = string.Join(' ', options.Rules.Select(r => $"--rules {r}").Concat(options.Model is null ? [] : [$"--model {options.Model}"])),
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e) when (e is not FileNotFoundException)
        {
            throw new CommandException($"port {options.Port} cannot be listened on; another may be free");
        }
    }

    private WellnessSettings Wellness()
    {
        if (options.Wellness is not { } path)
        {
            return WellnessSettings.Default;
        }

        FileProblem.RequireFile(path);
        try
        {
            return WellnessSettings.Load(path);
        }
        catch (InvalidDataException e)
        {
            string[] problems = e.Message.Split('\n');
            foreach (string problem in problems)
            {
                context.Error.WriteLine(VisibleText.Of(path + problem));
            }

            throw new CommandException($"{path}: these are not wellness settings: {Figures.Counted(problems.Length, "problem")}; see 'grooming-signals schema wellness'");
        }
    }

    private void Say(string line)
    {
        context.Output.Write(Encoding.UTF8.GetBytes(line));
        context.Output.Flush();
    }

    /// <summary>A machine without a browser is no reason to stop: the address is printed.</summary>
    private async Task OpenAsync(Uri address)
    {
        try
        {
            Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true })?.Dispose();
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            await context.Error.WriteLineAsync("No browser could be opened; open the address yourself.").ConfigureAwait(false);
        }
    }
}
