using System.Globalization;
using System.Text.RegularExpressions;
using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Matching;
using GroomingSignals.RulePacks;
using GroomingSignals.Rules;
using GroomingSignals.Text;
using GroomingSignals.Tracking;

namespace GroomingSignals.Benchmarks;

/// <summary>
/// Ratios in one run, on one thread, over conversations in memory: what Append costs beside the bare automaton on the same text, what it
/// allocates, and whether its cost grows. Processor time of the process is measured, and the best of several rounds counts,
/// since noise only ever adds.
/// </summary>
internal static class Ratios
{
    private const int Rounds = 5;

    /// <summary>A pack is loaded once a process; only many rounds show the work without the runtime's own warming up.</summary>
    private const int PackRounds = 25;

    public static int Run(string[] paths)
    {
        if (paths.Length == 0)
        {
            Console.Error.WriteLine("usage: ratios CONVERSATIONS...   (JSON Lines, plain or gzip)");
            return 2;
        }

        var conversations = paths.SelectMany(p => ConversationReader.Read(p)).Where(r => r.Value is not null).Select(r => r.Value!).ToList();
        var messages = conversations.SelectMany(c => c.Messages).ToList();
        long characters = messages.Sum(m => (long)m.Text.Length);
        var analyzer = RiskAnalyzer.CreateDefault();
        var reader = analyzer.NewReader();
        var quiet = Quiet(reader, messages);
        Line("corpus", $"{conversations.Count:N0} conversations, {messages.Count:N0} messages, {characters / (double)messages.Count:F1} characters a message");
        Line("automaton", $"{reader.Compiled.Literals.Sum(l => l.Count):N0} literals, {reader.Compiled.Literals.Sum(l => l.Automaton.Nodes):N0} nodes");

        WarmUp(analyzer, reader, conversations);
        double scan = Best(() => Scan(reader.Compiled.Literals[0].Automaton, messages));
        Line("folding", Each(Best(() => Fold(messages)), messages.Count, characters));
        double read = Best(() => Read(reader, messages));
        double append = Best(() => Append(analyzer, conversations));
        double whole = Best(() => Analyze(analyzer, conversations));
        Line("bare automaton scan", Each(scan, messages.Count, characters));
        Line("read", Each(read, messages.Count, characters));
        Line("append", Each(append, messages.Count, characters));
        Line("append / bare scan", $"{append / scan:F2}   (target: at most 3)");
        Line("append, messages a second", $"{messages.Count / append:N0}   (target: 1,500,000)");
        Line("whole conversations", $"{conversations.Count / whole:N0} a second");

        Line("allocated by quiet messages", $"{Allocated(analyzer, quiet):N0} bytes for {quiet.Count:N0} messages   (target: 0)");
        Growth(analyzer, quiet);
        Regexes(analyzer, messages, scan);
        Line("pack: load the files", $"{Best(Load, PackRounds) * 1000:F1} ms");
        var pack = RulePack.LoadBuiltIn();
        Line("pack: compile", $"{Best(() => Compile(pack), PackRounds) * 1000:F1} ms   (target: under 100)");
        Snapshots(analyzer);
        return 0;
    }

    /// <summary>Lets the runtime finish its work on what is measured: code that was replaced in the middle of a loop is not what a service runs.</summary>
    private static void WarmUp(RiskAnalyzer analyzer, MessageReader reader, List<Conversation> conversations)
    {
        var some = conversations.Where((_, i) => i % (1 + (conversations.Count / 200)) == 0).ToList();
        var messages = some.SelectMany(c => c.Messages).ToList();
        var until = System.Diagnostics.Stopwatch.StartNew();
        while (until.Elapsed < TimeSpan.FromSeconds(3))
        {
            _ = Scan(reader.Compiled.Literals[0].Automaton, messages) + Fold(messages) + Read(reader, messages) + Append(analyzer, some) + Analyze(analyzer, some);
        }
    }

    private static double Scan(Automaton automaton, List<Message> messages)
    {
        var folded = new ViewText();
        var texts = messages.ConvertAll(m =>
        {
            Folder.Fold(m.Text, folded);
            return folded.Chars.ToString();
        });
        return Time(() =>
        {
            long found = 0;
            foreach (string text in texts)
            {
                found += automaton.Count(text);
            }

            return found;
        });
    }

    private static double Fold(List<Message> messages)
    {
        var folded = new ViewText();
        return Time(() => messages.Sum(m => (long)Folder.Fold(m.Text, folded)));
    }

    private static double Read(MessageReader reader, List<Message> messages)
    {
        var signals = new MessageSignals();
        return Time(() =>
        {
            long found = 0;
            foreach (var message in messages)
            {
                reader.Read(message.Text, 20_000, signals, later: false);
                found += signals.Count;
            }

            return found;
        });
    }

    private static double Append(RiskAnalyzer analyzer, List<Conversation> conversations) => Time(() =>
    {
        long raised = 0;
        foreach (var conversation in conversations)
        {
            var state = analyzer.Start(conversation.Id, conversation.Participants);
            foreach (var message in conversation.Messages)
            {
                raised += analyzer.Append(state, message).SeverityRose ? 1 : 0;
            }
        }

        return raised;
    });

    private static double Analyze(RiskAnalyzer analyzer, List<Conversation> conversations) =>
        Time(() => conversations.Sum(c => (long)analyzer.Analyze(c).Severity));

    private static double Load() => Time(() => RulePack.LoadBuiltIn().Id.Length);

    /// <summary>From the files' contents to rules and automata that are ready to read messages.</summary>
    private static double Compile(RulePack pack) => Time(() =>
    {
        var set = RuleSetBinder.Bind([pack]);
        var index = new RuleIndex(set, set.Rules);
        return new CompiledCues(set.Cues, index.Relevance()).Literals.Length + index.Rules.Length;
    });

    /// <summary>The messages in which no cue is found that could matter.</summary>
    internal static List<Message> Quiet(MessageReader reader, List<Message> messages)
    {
        var signals = new MessageSignals();
        return messages.FindAll(m =>
        {
            reader.Read(m.Text, 20_000, signals, later: false);
            return signals.Count == 0;
        });
    }

    private static long Allocated(RiskAnalyzer analyzer, List<Message> quiet)
    {
        var state = analyzer.Start("quiet");
        var same = quiet.ConvertAll(m => m with { Sender = "a", Id = null, Time = null });
        foreach (var message in same)
        {
            analyzer.Append(state, message);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var message in same)
        {
            analyzer.Append(state, message);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>The same 2,000 messages at the beginning of a conversation and after 10,000 others.</summary>
    private static void Growth(RiskAnalyzer analyzer, List<Message> quiet)
    {
        var some = quiet.Take(2000).Select(m => m with { Sender = "a" }).ToList();
        double early = Best(() => After(analyzer, quiet, some, 100));
        double late = Best(() => After(analyzer, quiet, some, 10_000));
        Line("append at message 10,000 / at 100", $"{late / early:F3}   (target: within 0.10 of 1)");
    }

    private static double After(RiskAnalyzer analyzer, List<Message> quiet, List<Message> some, int before)
    {
        var state = analyzer.Start("long");
        analyzer.Append(state, new Message { Sender = "a", Text = "dont tell your mom" });
        for (int i = 0; i < before; i++)
        {
            analyzer.Append(state, quiet[i % quiet.Count] with { Sender = i % 2 == 0 ? "a" : "b", Id = null });
        }

        // The texts come from the caches either way: what is asked is what the state costs, not what lies in between.
        AppendAll(analyzer, analyzer.Start("other"), some);
        return Time(() => AppendAll(analyzer, state, some));
    }

    private static int AppendAll(RiskAnalyzer analyzer, ConversationState state, List<Message> messages)
    {
        foreach (var message in messages)
        {
            analyzer.Append(state, message with { Id = null });
        }

        return state.MessageCount;
    }

    /// <summary>One compiled expression a cue, on so few messages that it ends, scaled to all of them.</summary>
    private static void Regexes(RiskAnalyzer analyzer, List<Message> messages, double scan)
    {
        var cues = analyzer.RuleSet.Cues.Cues.OfType<LexiconCue>().Where(c => c.Literals.Length > 0).ToList();
        var expressions = cues.ConvertAll(c => new Regex(
            @"\b(?:" + string.Join('|', c.Literals.Select(Regex.Escape)) + @")\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));
        var some = messages.Take(60).ToList();
        double seconds = Time(() => some.Sum(m => (long)expressions.Sum(e => e.Count(m.Text))));
        double ratio = seconds / some.Count / (scan / messages.Count);
        Line("one regex a cue / bare scan", string.Create(CultureInfo.InvariantCulture, $"{ratio:N0} times slower   (target: at least 100; {cues.Count} expressions)"));
    }

    private static void Snapshots(RiskAnalyzer analyzer)
    {
        string[] cues = ["dont tell your mom", "send me a pic", "how old are you", "where do you live", "are you home alone", "delete this chat", "add me on snap", "turn your camera on"];
        var start = new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
        var state = analyzer.Start("6f9619ff-8b86-d011-b42d-00c04fc964ff",
        [
            new Participant { Id = "0f8fad5b-d9cb-469f-a165-70867728950e", Age = AgeBand.Adult, Provenance = AgeProvenance.Declared },
            new Participant { Id = "7c9e6679-7425-40de-944b-e07fc1f90ae7", Age = AgeBand.From13To15, Provenance = AgeProvenance.Declared },
        ]);
        for (int i = 0; i < 100; i++)
        {
            bool cue = i % 12 == 5 && i / 12 < cues.Length;
            analyzer.Append(state, new Message
            {
                Id = $"00000000-0000-4000-8000-{i:D12}",
                Sender = i % 2 == 0 && !cue ? "7c9e6679-7425-40de-944b-e07fc1f90ae7" : "0f8fad5b-d9cb-469f-a165-70867728950e",
                Text = cue ? cues[i / 12] : "how was practice",
                Time = start.AddMinutes(3 * i),
            });
        }

        Line("snapshot, typical", $"{state.ToSnapshot().Length:N0} bytes, {analyzer.Assess(state).Evidence.Length} evidence items   (target: at most 1,024)");
        for (int i = 0; i < 100_000; i++)
        {
            analyzer.Append(state, new Message { Sender = $"user-{i % 500}", Text = cues[i % cues.Length], Time = start.AddMinutes(400 + i) });
        }

        Line("snapshot, flooded", $"{state.ToSnapshot().Length:N0} bytes   (limit: 8,192)");
    }

    private static double Best(Func<double> measure, int rounds = Rounds)
    {
        double best = double.MaxValue;
        for (int round = 0; round < rounds; round++)
        {
            best = Math.Min(best, measure());
        }

        return best;
    }

    private static double Time(Func<long> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        long result = work();
        double seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        return result == long.MinValue ? double.MaxValue : seconds;
    }

    private static string Each(double seconds, int messages, long characters) => string.Create(
        CultureInfo.InvariantCulture, $"{seconds / messages * 1e9,8:F0} ns a message, {characters / seconds / 1e6:F0} M characters a second");

    private static void Line(string name, FormattableString value) => Line(name, value.ToString(CultureInfo.InvariantCulture));

    private static void Line(string name, string value) => Console.WriteLine($"{name,-36}{value}");
}
