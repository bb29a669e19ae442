using CsCheck;
using GroomingSignals.Conversations;
using GroomingSignals.Participants;
using GroomingSignals.Tests.Properties;
using Chats = GroomingSignals.Tests.Properties.Conversations;

namespace GroomingSignals.Tests.Participants;

public sealed class ParticipantProperties
{
    private static readonly RiskAnalyzer Analyzer = SmallPack.Analyzer;

    /// <summary>For each of a few conversations the summaries of p0 after every message, oldest first; all minors are others in each conversation.</summary>
    private static readonly Gen<List<ParticipantState[]>> Histories = Chats.Any.Array[1, 6].Select(chats =>
        chats.Select((chat, i) => History(chat, i)).Where(h => h.Length > 0).ToList());

    [Fact]
    public void Summaries_in_any_order_and_any_number_of_times_give_the_same_bytes() =>
        Gen.Select(Histories, Gen.Int[0, int.MaxValue]).Sample((histories, seed) =>
        {
            var all = histories.SelectMany(h => h).ToList();
            byte[] inOrder = Fold(all);
            var random = new Random(seed);
            var shuffled = all.Concat(all).OrderBy(_ => random.Next()).ToList();
            Fold(shuffled).Should().Equal(inOrder);
        }, iter: 300);

    [Fact]
    public void The_latest_summary_takes_the_place_of_all_before_it() =>
        Histories.Sample(histories => Fold(histories.Select(h => h[^1])).Should().Equal(Fold(histories.SelectMany(h => h))), iter: 300);

    [Fact]
    public void States_merge_like_the_summaries_they_are_made_of() =>
        Histories.Sample(histories =>
        {
            var half = histories.Take(histories.Count / 2).SelectMany(h => h).ToList();
            var rest = histories.Skip(histories.Count / 2).SelectMany(h => h).ToList();
            var merged = State(half);
            merged.Merge(State(rest));
            merged.ToSnapshot().Should().Equal(Fold(half.Concat(rest)));
        }, iter: 300);

    [Fact]
    public void A_summary_that_says_nothing_new_says_so() =>
        Histories.Sample(histories =>
        {
            var state = new ParticipantState("p0");
            foreach (var summary in histories.SelectMany(h => h))
            {
                byte[] before = state.ToSnapshot();
                bool news = state.Merge(summary);
                news.Should().Be(!state.ToSnapshot().SequenceEqual(before));
                state.Merge(summary).Should().BeFalse();
            }
        }, iter: 300);

    [Fact]
    public void Baseline_and_ledger_are_the_raw_score_exactly() =>
        Histories.Sample(histories =>
        {
            var assessment = Analyzer.Assess(State(histories.SelectMany(h => h)));
            (assessment.Baseline + assessment.Contributions.Sum(c => c.Value)).Should().Be(assessment.RawScore);
            assessment.Risk.Should().BeApproximately(1 / (1 + Math.Exp(-(double)assessment.RawScore)), 1e-15);
        }, iter: 300);

    [Fact]
    public void A_snapshot_is_taken_up_whole() =>
        Histories.Sample(histories =>
        {
            var state = State(histories.SelectMany(h => h));
            byte[] snapshot = state.ToSnapshot();
            var resumed = ParticipantState.FromSnapshot(snapshot);
            resumed.ToSnapshot().Should().Equal(snapshot);
            Analyzer.Assess(resumed).ToJson().Should().Be(Analyzer.Assess(state).ToJson());
        }, iter: 300);

    [Fact]
    public void The_size_is_bounded_whatever_comes() =>
        Gen.Select(Gen.ULong, Gen.Long[0, 1L << 42], Gen.UInt.Array[0, 12]).Array[0, 400].Sample(things =>
        {
            var state = new ParticipantState(new string('\u1234', 256));
            foreach (var (key, time, marks) in things)
            {
                var rules = marks.Aggregate(RuleMarks.None, (all, mark) => all.Union(new RuleMarks([mark], false)));
                foreach (var reach in new[] { state.Contacts, state.Evidence })
                {
                    reach.Minors.Add(key, reach == state.Contacts ? time : null, reach == state.Contacts ? RuleMarks.None : rules);
                    reach.Conversations.Add(~key, reach == state.Contacts ? time : null, reach == state.Contacts ? RuleMarks.None : rules);
                }
            }

            state.ToSnapshot().Length.Should().BeLessThanOrEqualTo(9 * 1024);
        }, iter: 100);

    [Fact]
    public void A_damaged_snapshot_is_refused_by_name()
    {
        byte[] snapshot = ContactsPack.ToEach(3, "send me a picture", "our little secret").ToSnapshot();
        for (int i = 0; i < snapshot.Length; i++)
        {
            byte[] damaged = [.. snapshot];
            damaged[i] ^= 0x21;
            FluentActions.Invoking(() => ParticipantState.FromSnapshot(damaged)).Should().Throw<InvalidDataException>();
            FluentActions.Invoking(() => ParticipantState.FromSnapshot(snapshot.AsSpan(0, i))).Should().Throw<InvalidDataException>();
        }
    }

    [Fact]
    public void As_long_as_the_basis_is_the_same_so_are_the_summaries() =>
        Gen.Select(Chats.Any, Gen.Int[0, 40]).Sample((chat, joinsAt) =>
        {
            var state = Analyzer.Start("c", chat.Participants.Skip(1));
            var basis = new ContactBasis();
            string[] before = [];
            foreach (var (message, i) in chat.Messages.Select((m, i) => (m, i)))
            {
                if (i == joinsAt)
                {
                    Analyzer.Join(state, chat.Participants);
                }

                Analyzer.Append(state, message);
                bool changed = basis.Advance(state);
                string[] now = [.. ParticipantState.Summarize(state).Select(s => Convert.ToHexString(s.ToSnapshot()))];
                (changed || now.SequenceEqual(before)).Should().BeTrue();
                basis.Advance(state).Should().BeFalse();
                before = now;
            }
        }, iter: 2000);

    private static ParticipantState[] History(Conversation chat, int number)
    {
        var participants = chat.Participants.Select(p => p.Id == "p0" ? p : p with { Id = $"{p.Id}-{number % 3}" });
        var state = Analyzer.Start($"c{number}", participants);
        var history = new List<ParticipantState>();
        foreach (var message in chat.Messages)
        {
            Analyzer.Append(state, message.Sender == "p0" ? message : message with { Sender = $"{message.Sender}-{number % 3}" });
            history.AddRange(ParticipantState.Summarize(state).Where(s => s.ParticipantId == "p0"));
        }

        return [.. history];
    }

    private static ParticipantState State(IEnumerable<ParticipantState> summaries)
    {
        var state = new ParticipantState("p0");
        foreach (var summary in summaries)
        {
            state.Merge(summary);
        }

        return state;
    }

    private static byte[] Fold(IEnumerable<ParticipantState> summaries) => State(summaries).ToSnapshot();
}
