using System.Diagnostics;
using System.Globalization;
using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Features;
using GroomingSignals.Policy;
using GroomingSignals.RulePacks;
using GroomingSignals.Training;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace GroomingSignals.Benchmarks;

/// <summary>
/// What a message costs when a model scores it too, on one thread, over conversations in memory; and what one row costs in ML.NET's own
/// <c>Transform</c>, in the same run. The model is trained on labelled data that is given: what it says does not matter here.
/// </summary>
internal static class ModelRatios
{
    private const int MostMessages = 200_000;
    private const int TransformRows = 400;

    public static int Run(string[] arguments)
    {
        if (arguments.Length < 2)
        {
            Console.Error.WriteLine("usage: model LABELLED CONVERSATIONS...   (JSON Lines or CSV, plain or gzip; the first trains)");
            return 2;
        }

        var labelled = new LabelledReader().Read(arguments[0]).Where(r => r.Value is not null).Select(r => r.Value!).ToList();
        var trained = new ClassifierTrainer().Train(labelled, 1);
        var analyzer = new RiskAnalyzerBuilder().UseClassifier(trained.Classifier).Build();
        var conversations = new List<Conversation>();
        int messages = 0;
        foreach (var conversation in arguments.Skip(1).SelectMany(path => ConversationReader.Read(path)).Select(r => r.Value).OfType<Conversation>())
        {
            conversations.Add(conversation);
            messages += conversation.Messages.Count;
            if (messages >= MostMessages)
            {
                break;
            }
        }

        Line("model", $"{labelled.Count:N0} conversations, {trained.Classifier.Parts.Forest.Trees.Length} trees, {trained.Classifier.Parts.Text.Weights.Length:N0} weights");
        Line("corpus", $"{conversations.Count:N0} conversations, {messages:N0} messages");
        Append(analyzer, conversations, messages);
        double median = Append(analyzer, conversations, messages);
        Line("append and score, median", $"{median:F0} ns a message   (target: at most 5,000)");
        Line("allocated by quiet messages", $"{Enumerable.Range(0, 3).Min(_ => Allocated(analyzer, conversations)):N0} bytes   (target: 0)");
        Rows(trained, conversations, median);
        return 0;
    }

    /// <summary>The median of what each message took, in nanoseconds; reading the clock is part of it.</summary>
    private static double Append(RiskAnalyzer analyzer, List<Conversation> conversations, int messages)
    {
        long[] ticks = new long[messages];
        int at = 0;
        foreach (var conversation in conversations)
        {
            var state = analyzer.Start(conversation.Id, conversation.Participants);
            foreach (var message in conversation.Messages)
            {
                long before = Stopwatch.GetTimestamp();
                analyzer.Append(state, message);
                ticks[at++] = Stopwatch.GetTimestamp() - before;
            }
        }

        Array.Sort(ticks);
        return ticks[ticks.Length / 2] * 1e9 / Stopwatch.Frequency;
    }

    /// <summary>All in one conversation, the second time round.</summary>
    private static long Allocated(RiskAnalyzer analyzer, List<Conversation> conversations)
    {
        var quiet = Ratios.Quiet(analyzer.NewReader(), [.. conversations.SelectMany(c => c.Messages)])
            .ConvertAll(m => m with { Sender = "a", Id = null, Time = null, Tags = MessageTags.None });
        var state = analyzer.Start("quiet");
        long before = 0;
        for (int round = 0; round < 2; round++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var message in quiet)
            {
                analyzer.Append(state, message);
            }
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Rows(TrainedClassifier trained, List<Conversation> conversations, double append)
    {
        var collector = new FeatureCollector([RulePack.BuiltIn], RiskPolicy.Default, trained.Classifier.Parts.Text);
        float[][] rows = [.. conversations.Take(TransformRows).Select(c => collector.Collect(c).Vector)];
        using var zip = new MemoryStream();
        trained.SaveMlNetZip(zip);
        zip.Position = 0;
        var context = new MLContext(1);
        var transformer = context.Model.Load(zip, out _);
        double transform = Best(rows, row => OneRow(context, transformer, row));
        double flat = Best(rows, row => (float)trained.Classifier.Parts.Forest.Score(row));
        Line("one row, ML.NET's Transform", $"{transform:F0} ns");
        Line("one row, the flat forest", $"{flat:F0} ns");
        Line("Transform / flat forest", $"{transform / flat:F0}   (target: at least 40)");
        Line("Transform / whole append", $"{transform / append:F1}");
    }

    private static float OneRow(MLContext context, ITransformer transformer, float[] row)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, FeatureSchema.Count);
        var data = context.Data.LoadFromEnumerable<Row>([new Row { Features = row }], schema);
        return transformer.Transform(data).GetColumn<float>("Score").First();
    }

    private static double Best(float[][] rows, Func<float[], float> score)
    {
        double best = double.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = Stopwatch.GetTimestamp();
            float sum = 0;
            foreach (float[] row in rows)
            {
                sum += score(row);
            }

            double each = Stopwatch.GetElapsedTime(before).TotalNanoseconds / rows.Length;
            best = float.IsNaN(sum) ? best : Math.Min(best, each);
        }

        return best;
    }

    private static void Line(string name, FormattableString value) => Console.WriteLine($"{name,-36}{value.ToString(CultureInfo.InvariantCulture)}");

    private sealed class Row
    {
        public bool Label { get; set; }

        public float[] Features { get; set; } = [];
    }
}
