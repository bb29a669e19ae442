using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Cli.Commands.Replaying;

/// <summary>Runs conversations again and holds the result against what was recorded, byte by byte.</summary>
internal sealed class Replayer(RiskAnalyzer analyzer)
{
    /// <summary>Replays a conversation.</summary>
    /// <param name="recorded">The assessment.</param>
    /// <param name="conversation">The conversation; null when it was not found.</param>
    public ReplayOutcome Replay(RecordedAssessment recorded, Conversation? conversation)
    {
        List<string> missing = [.. Missing(recorded.Versions)];
        if (conversation is null)
        {
            missing.Add(recorded.ConversationId is { } id ? $"conversation {id}: the data does not hold it" : "conversation: the assessment names none, and the data does not hold exactly one");
            return new ReplayOutcome(recorded.Place, recorded.ConversationId, ReplayKind.Missing, [.. missing], [], []) { IsWithoutConversation = true };
        }

        RiskAssessment? again = null;
        if (Refusal.Of(() => again = analyzer.Analyze(conversation)) is { } refusal)
        {
            return new ReplayOutcome(recorded.Place, recorded.ConversationId, ReplayKind.Missing, [.. missing, "conversation: " + refusal], [], []);
        }

        string[] notes = conversation.Messages.Count == recorded.Messages
            ? []
            : [string.Create(CultureInfo.InvariantCulture, $"the conversation has {conversation.Messages.Count} messages now; the assessment had counted {recorded.Messages}")];
        return Compare(recorded, again!, missing, notes);
    }

    /// <summary>Assesses a state as it was snapped.</summary>
    /// <param name="recorded">The assessment.</param>
    /// <param name="snapshot">The bytes of the snapshot.</param>
    /// <exception cref="InvalidDataException">The snapshot is damaged, or of another version.</exception>
    public ReplayOutcome Resume(RecordedAssessment recorded, ReadOnlySpan<byte> snapshot)
    {
        RiskAssessment again = analyzer.Assess(analyzer.Resume(snapshot));
        return Compare(recorded, again, [.. Missing(recorded.Versions)], []);
    }

    private static ReplayOutcome Compare(RecordedAssessment recorded, RiskAssessment again, List<string> missing, string[] notes)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(again.ToJson());
        ImmutableArray<string> different = [];
        ReplayKind kind = ReplayKind.Same;
        if (!(recorded.Line is { } line && line.Span.SequenceEqual(bytes)))
        {
            kind = ReplayKind.SameContent;
            if (!recorded.Compact().AsSpan().SequenceEqual(bytes))
            {
                kind = missing.Count > 0 ? ReplayKind.Missing : ReplayKind.Different;
                if (kind == ReplayKind.Different)
                {
                    // With other versions everything may differ, and none of it says more than what is missing.
                    using JsonDocument now = JsonDocument.Parse(bytes);
                    different = JsonDifferences.Of(recorded.Json, now.RootElement);
                }
            }
        }

        return new ReplayOutcome(recorded.Place, recorded.ConversationId, kind, [.. missing], different, [.. notes]);
    }

    /// <summary>What the assessment was made with and this analyser is not.</summary>
    private IEnumerable<string> Missing(VersionSet then)
    {
        VersionSet now = analyzer.Versions;
        if (!string.Equals(then.Engine, now.Engine, StringComparison.Ordinal))
        {
            yield return $"engine {then.Engine}: this is {now.Engine}";
        }

        if (!string.Equals(then.Taxonomy, now.Taxonomy, StringComparison.Ordinal))
        {
            yield return $"taxonomy {then.Taxonomy}: this is {now.Taxonomy}";
        }

        foreach (PackVersion pack in then.Packs.Except(now.Packs))
        {
            yield return $"pack {Name(pack)}: {(now.Packs.FirstOrDefault(p => string.Equals(p.Id, pack.Id, StringComparison.Ordinal)) is { } other ? $"here is {Name(other)}" : "name it with --rules")}";
        }

        foreach (PackVersion pack in now.Packs.Where(p => !then.Packs.Any(t => string.Equals(t.Id, p.Id, StringComparison.Ordinal))))
        {
            yield return $"pack {Name(pack)}: the assessment was made without it";
        }

        if (then.Packs.Length == now.Packs.Length && then.Packs.All(now.Packs.Contains) && !then.Packs.SequenceEqual(now.Packs))
        {
            yield return $"order of packs {string.Join(", ", then.Packs.Select(p => p.Id))}: name them in this order";
        }

        if (then.Policy != now.Policy)
        {
            yield return $"policy {Name(then.Policy)}: here is {Name(now.Policy)}; name another with --policy";
        }

        if (then.Model != now.Model)
        {
            yield return then.Model is { } model
                ? $"model {Name(model)}: {(now.Model is { } other ? $"here is {Name(other)}" : "name it with --model")}"
                : $"no model: here is {Name(now.Model!)}";
        }
    }

    private static string Name(PackVersion version) => $"{version.Id} {version.Version} ({(version.Hash.Length > 12 ? version.Hash[..12] : version.Hash)})";
}
