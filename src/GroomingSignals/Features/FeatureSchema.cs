using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using GroomingSignals.Conversations;

namespace GroomingSignals.Features;

/// <summary>The features in their order. A change of what a name means, or of the names, makes another schema: a model of another one is refused.</summary>
internal static class FeatureSchema
{
    /// <summary>Raised when a feature is computed otherwise under the same name.</summary>
    public const int Version = 2;

    private static readonly string[] TagNames = ["like", "image", "video", "explicit-image", "link", "gift", "call", "live", "location"];

    /// <summary>The names, in the order in which <see cref="FeatureWriter"/> writes.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. Taxonomy.Tactics.SelectMany(t => new[] { $"{t.Id}.focus.rate", $"{t.Id}.others.rate", $"{t.Id}.focus.present" }),
        "cues.focus.rate", "cues.others.rate", "cues.focus.share", "cues.enacted.share", "cues.obfuscated.share",
        "tactics.focus", "tactics.others", "tactics.within-10", "tactics.within-30", "tactics.later-half", "tactics.spread",
        "text.conversation", "text.focus", "text.others", "text.difference", "text.focus.mean", "text.focus.max", "text.focus.recent", "text.focus.top3",
        "text.others.max",
        "questions.focus.rate", "questions.others.rate", "questions.focus.share", "talk.focus.share", "initiator.focus", "sessions.focus.share",
        "refusals.focus.rate", "refusals.others.rate", "repeats-after-refusal", "disclosures.others.rate", "cautions.rate", "quotations.rate", "everyday.rate",
        "age-claims.focus.rate", "age-claims.others.rate", "age-claims.others.minor", "age-claims.focus.minor",
        "age.adult-to-minor", "age.unknown-to-minor", "age.minor-to-minor", "age.unknown", "age.adult-to-adult",
        "time.missing", "time.night.share", "time.gap", "time.burst.share",
        .. TagNames.Select(name => $"tag.{name}.focus.rate"), "tag.image.others.rate",
        "single-speaker",
    ];

    /// <summary>How many there are.</summary>
    public static int Count => Names.Length;

    /// <summary>The SHA-256 over the version and the names, in lower-case hexadecimal.</summary>
    public static string Hash { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"features/{Version}\n{string.Join('\n', Names)}\n")));
}
