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

    private static readonly string[] Halves = ["a", "b"];

    public static string[] Examples { get; } =
    [
        "grooming-signals synthesize --count 500 --seed 1 --out sample.jsonl",
        "grooming-signals synthesize --count 500 --seed 1 --variant leet --out sample-leet.jsonl",
        "grooming-signals synthesize --count 500 --seed 1 --format csv --out sample.csv",
        "grooming-signals synthesize --count 2000 --seed 1 --half a --out a.jsonl --pack half-a.yaml",
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
        Option<string> format = OptionFactory.Format("jsonl", "csv");
        var half = new Option<string>("--half")
        {
            HelpName = string.Join('|', Halves),
            Description = "Compose from one half of each tactic's and each everyday scene's phrases: learn from one, try on the other. All unless given.",
        }.OneOf(Halves);
        var pack = new Option<string?>("--pack")
        {
            HelpName = "FILE",
            Description = "Write a rule pack beside it that knows those phrases only, for --rules: so that the other half is new to the rules too.",
        };
        var command = new Command("synthesize") { count, seed, output, variant, format, half, pack };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var phrases = (SampleHalf)(Array.IndexOf(Halves, parsed.GetValue(half)) + 1);
                var composer = new SampleComposer(parsed.GetRequiredValue(seed), Variants.Transform(parsed.GetValue(variant)), phrases);
                IEnumerable<SampleConversation> samples =
                    composer.ComposeMany(parsed.GetRequiredValue(count)).TakeWhile(_ => !cancellationToken.IsCancellationRequested);
                Action<Stream, IEnumerable<SampleConversation>> write =
                    string.Equals(parsed.GetValue(format), "csv", StringComparison.Ordinal) ? SampleWriter.WriteCsv : SampleWriter.Write;
                Write(parsed.GetRequiredValue(output), context, stream => write(stream, samples), cancellationToken);
                if (parsed.GetValue(pack) is { } path)
                {
                    Write(path, context, stream => SamplePack.Write(stream, phrases), cancellationToken);
                }

                return ExitCode.Clean;
            },
            CancellationToken.None));
        return command;
    }

    private static void Write(string path, CommandContext context, Action<Stream> write, CancellationToken cancellationToken)
    {
        using OutputTarget target = OutputTarget.Open(path, context);
        var buffered = new BufferedStream(target.Stream, WriteBuffer);
        write(buffered);
        buffered.Flush();
        cancellationToken.ThrowIfCancellationRequested();
        target.Complete();
    }
}
