using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Cli.Rendering;

/// <summary>The names of the result contract, as the JSON writes them.</summary>
internal static class ResultNames
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Low => "low",
        Severity.Review => "review",
        Severity.Urgent => "urgent",
        _ => "none",
    };

    /// <summary>The severity of a name; null for no name.</summary>
    public static Severity? SeverityOf(string? name) => name switch
    {
        "none" => Severity.None,
        "low" => Severity.Low,
        "review" => Severity.Review,
        "urgent" => Severity.Urgent,
        _ => null,
    };

    public static string Of(DiscourseRole role) => role switch
    {
        DiscourseRole.Quoting => "quoting",
        DiscourseRole.Warning => "warning",
        DiscourseRole.Educating => "educating",
        DiscourseRole.Refusing => "refusing",
        DiscourseRole.Disclosing => "disclosing",
        _ => "enacting",
    };

    public static string Of(TextView view) => view switch
    {
        TextView.Skeleton => "skeleton",
        TextView.Runs => "runs",
        TextView.Joined => "joined",
        TextView.Leet => "leet",
        _ => "folded",
    };
}
