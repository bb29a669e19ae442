using GroomingSignals.Conversations;

namespace GroomingSignals.Tests.Tracking;

public sealed class ListingTests
{
    private static readonly RiskAnalyzer Analyzer = RiskAnalyzer.CreateDefault();

    private static readonly Participant Adult = new() { Id = "a", Age = AgeBand.Adult };

    private static readonly Participant Minor = new() { Id = "b", Age = AgeBand.From13To15, Provenance = AgeProvenance.Verified };

    [Fact]
    public void JoiningAtTheStartIsTheSameAsBeingListedAtTheStart()
    {
        var listed = Analyzer.Start("c", [Adult, Minor]);
        var joined = Analyzer.Start("c");
        Analyzer.Join(joined, [Adult, Minor]);

        joined.ToSnapshot().Should().Equal(listed.ToSnapshot());
    }

    [Fact]
    public void JoiningAgainChangesNothing()
    {
        var state = Analyzer.Start("c", [Adult, Minor]);
        byte[] before = state.ToSnapshot();

        Analyzer.Join(state, [Minor with { Age = AgeBand.Adult }, Adult]);

        state.ToSnapshot().Should().Equal(before);
    }

    [Fact]
    public void OneWhoHasOnlySpokenGetsTheAgeThatIsStated()
    {
        var state = Analyzer.Start("c");
        Analyzer.Append(state, new Message { Sender = "b", Text = "hi" });
        Analyzer.Append(state, new Message { Sender = "a", Text = "hi" });

        Analyzer.Join(state, [Minor]);

        state.Participants.Select(p => (p.Id, p.Age, p.Messages)).Should().Equal(("b", AgeBand.From13To15, 1), ("a", AgeBand.Unknown, 1));
    }

    [Fact]
    public void WhoJoinsTakesThePlaceOfTheListenerWhoWasAssumed()
    {
        var state = Analyzer.Start("c", [Adult]);
        Analyzer.Append(state, new Message { Sender = "a", Text = "dont tell your mom" });
        var unknown = Analyzer.Assess(state);

        Analyzer.Join(state, [Minor]);
        Analyzer.Append(state, new Message { Sender = "a", Text = "dont tell your dad" });

        unknown.Towards.Should().NotBe("b");
        state.Participants.Should().HaveCount(2);
        Analyzer.Assess(state).Towards.Should().Be("b");
    }

    [Fact]
    public void AgesThatComeAfterTheWordsWeighWhatWasSaidAtOnce()
    {
        Message[] messages = [new Message { Sender = "a", Text = "how old are you?" }, new Message { Sender = "b", Text = "hi" }, new Message { Sender = "a", Text = "dont tell your mom ok" }];
        var from = Analyzer.Start("c", [Adult, Minor]);
        var late = Analyzer.Start("c");
        foreach (var message in messages)
        {
            Analyzer.Append(from, message);
            Analyzer.Append(late, message);
        }

        var before = Analyzer.Assess(late);
        Analyzer.Join(late, [Adult, Minor]);
        var after = Analyzer.Assess(late);

        after.Severity.Should().Be(Analyzer.Assess(from).Severity).And.NotBe(before.Severity);
        after.RawScore.Should().BeGreaterThan(before.RawScore);
        (after.Current.Severity <= after.Severity).Should().BeTrue("nothing stands above its own peak");
    }

    [Fact]
    public void AnAgeThatWasLeftOpenIsFilledInAndOneThatWasStatedStays()
    {
        var state = Analyzer.Start("c", [new Participant { Id = "a" }, new Participant { Id = "b", Role = "member" }]);

        Analyzer.Join(state, [Adult, Minor with { Role = "guest" }]);
        Analyzer.Join(state, [Adult with { Age = AgeBand.Under13 }]);

        state.Participants.Select(p => (p.Id, p.Age, p.Provenance, p.Role)).Should().Equal(
            ("a", AgeBand.Adult, Adult.Provenance, null), ("b", AgeBand.From13To15, AgeProvenance.Verified, "member"));
    }

    [Fact]
    public void JoinRefusesWhatStartRefuses()
    {
        var state = Analyzer.Start("c");

        FluentActions.Invoking(() => Analyzer.Join(state, [new Participant { Id = "" }])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Analyzer.Join(state, [null!])).Should().Throw<ArgumentNullException>();
    }
}
