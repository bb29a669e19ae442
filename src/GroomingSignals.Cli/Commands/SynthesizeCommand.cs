using System.CommandLine;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Data.Samples;

namespace GroomingSignals.Cli.Commands;

/// <summary><c>synthesize --count N --seed S --out FILE</c></summary>
internal static class SynthesizeCommand
{
    public const string Description =
        "Compose sample conversations from short fragments, half of them hard negatives. They exercise the pipeline and prove nothing about the field.";

    private const int WriteBuffer = 1 << 16;

    public static string[] Examples { get; } =
    [
        "grooming-signals synthesize --count 500 --seed 1 --out sample.jsonl",
        "grooming-signals synthesize --count 500 --seed 1 --variant leet --out sample-leet.jsonl",
    ];

    public static Command Create(CommandContext context)
    {
        Option<int> count = new Option<int>("--count") { HelpName = "N", Description = "How many conversations.", Required = true }.Between(1, 10_000_000);
        var seed = new Option<ulong>("--seed") { HelpName = "S", Description = "The same seed gives the same bytes.", Required = true };
        var output = new Option<string>("--out") { HelpName = "FILE", Description = "The file to write; - is standard output.", Required = true };
        var variant = new Option<string>("--variant")
        {
            HelpName = string.Join('|', Variants.Names),
            Description = "Obfuscate each cue fragment in this way.",
        }.OneOf(Variants.Names);
        var command = new Command("synthesize") { count, seed, output, variant };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var composer = new SampleComposer(parsed.GetRequiredValue(seed), Variants.Transform(parsed.GetValue(variant)));
                using OutputTarget target = OutputTarget.Open(parsed.GetRequiredValue(output), context);
                var buffered = new BufferedStream(target.Stream, WriteBuffer);
                SampleWriter.Write(buffered, composer.ComposeMany(parsed.GetRequiredValue(count)).TakeWhile(_ => !cancellationToken.IsCancellationRequested));
                buffered.Flush();
                cancellationToken.ThrowIfCancellationRequested();
                target.Complete();
                return ExitCode.Clean;
            },
            CancellationToken.None));
        return command;
    }
}
