using BenchmarkDotNet.Attributes;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Matching;
using GroomingSignals.RulePacks;
using GroomingSignals.Rules;
using GroomingSignals.Tracking;

namespace GroomingSignals.Benchmarks;

/// <summary>What a conversation of forty messages costs, what a result costs, and what it costs to begin.</summary>
[InProcess]
[MemoryDiagnoser]
public class ConversationBenchmarks
{
    private static readonly string[] SmallTalk =
    [
        "hey hows it going", "not bad, just got home from practice", "nice, did you win the match on saturday", "yeah 3 to 1!! it was so close",
        "haha well done. are you playing later", "maybe after homework", "ok let me know", "did you watch the new episode yet",
    ];

    private static readonly string[] Cues =
    [
        "how old are you", "are you home alone", "dont tell your mom", "send me a pic", "delete this chat", "add me on snap", "where do you live", "turn your camera on",
    ];

    private RiskAnalyzer _analyzer = null!;
    private RulePack _pack = null!;
    private Conversation _conversation = null!;
    private ConversationState _state = null!;

    /// <summary>Whether eight of the messages are cues.</summary>
    [Params(false, true)]
    public bool WithCues { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _analyzer = RiskAnalyzer.CreateDefault();
        _pack = RulePack.BuiltIn;
        _conversation = new Conversation
        {
            Id = "benchmark",
            Messages = [.. Enumerable.Range(0, 40).Select(i => new Message
            {
                Id = $"m{i}",
                Sender = i % 2 == 0 ? "a" : "b",
                Text = WithCues && i % 5 == 0 ? Cues[i / 5] : SmallTalk[i % SmallTalk.Length],
            })],
        };
        _state = _analyzer.Start("benchmark");
        foreach (var message in _conversation.Messages)
        {
            _analyzer.Append(_state, message);
        }
    }

    [Benchmark]
    public Severity WholeConversation() => _analyzer.Analyze(_conversation).Severity;

    [Benchmark]
    public Severity Assess() => _analyzer.Assess(_state).Severity;

    [Benchmark]
    public int Snapshot() => _state.ToSnapshot().Length;

    [Benchmark]
    public int PackLoad() => RulePack.LoadBuiltIn().Hash.Length;

    [Benchmark]
    public int PackCompile()
    {
        var set = RuleSetBinder.Bind([_pack]);
        return new CompiledCues(set.Cues, new RuleIndex(set, set.Rules).Relevance()).Literals.Length;
    }
}
