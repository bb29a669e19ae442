using BenchmarkDotNet.Attributes;
using GroomingSignals.Conversations;
using GroomingSignals.Matching;
using GroomingSignals.Text;
using GroomingSignals.Tracking;

namespace GroomingSignals.Benchmarks;

/// <summary>What one message costs on its way: folding, the other views, the automaton, reading, and all of it with folding into the state.</summary>
[InProcess]
[MemoryDiagnoser]
public class MessageBenchmarks
{
    private readonly ViewText _folded = new();
    private readonly ViewText _other = new();
    private readonly MessageSignals _signals = new();
    private RiskAnalyzer _analyzer = null!;
    private MessageReader _reader = null!;
    private ConversationState _state = null!;
    private Message _message = null!;

    /// <summary>The text of the message.</summary>
    [Params("hey are we still on for practice tomorrow after school or not", "dont tell your mom ok", "thats s0000 c00l l8r g4m3r")]
    public string Text { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _analyzer = RiskAnalyzer.CreateDefault();
        _reader = new MessageReader(_analyzer.RuleSet.Cues, _analyzer.Index.Relevance(), _analyzer.Index.PatternNeeds());
        _state = _analyzer.Start("benchmark");
        _message = new Message { Sender = "a", Text = Text };
        Folder.Fold(Text, _folded);
    }

    [Benchmark]
    public int Folded() => (int)Folder.Fold(Text, _folded);

    [Benchmark]
    public int Skeleton()
    {
        SkeletonView.Make(Text, _other);
        return _other.Length;
    }

    [Benchmark]
    public int Runs()
    {
        RunsView.Make(_folded, _other);
        return _other.Length;
    }

    [Benchmark]
    public bool Joined() => JoinedView.Make(_folded, _other, firstIsWord: false);

    [Benchmark]
    public bool Leet() => LeetView.Make(_folded, _other, oneIsL: false);

    [Benchmark]
    public int AutomatonScan() => _reader.Compiled.Literals[0].Automaton.Count(_folded.Chars);

    [Benchmark]
    public int Read()
    {
        _reader.Read(Text, 20_000, _signals);
        return _signals.Count;
    }

    [Benchmark]
    public bool Append() => _analyzer.Append(_state, _message).SeverityRose;
}
