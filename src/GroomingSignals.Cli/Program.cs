using GroomingSignals.Cli.Invocation;

using CommandContext context = CommandContext.OfProcess();
return await CommandLineApp.RunAsync(args, context).ConfigureAwait(false);
