namespace GroomingSignals.Cli.Tests.EndToEnd;

/// <summary>Conversations, one a line, each with at most one cue in mild wording.</summary>
internal static class Lines
{
    public const string Quiet = """{"id":"quiet","messages":[{"id":"m1","sender":"ann","text":"the bus was late again"},{"id":"m2","sender":"bo","text":"same here"}]}""";

    public const string Empty = """{"id":"empty","messages":[]}""";

    /// <summary>One cue, from an adult towards a minor.</summary>
    public const string Secret = """{"id":"secret","participants":[{"id":"ann","age":{"band":"adult","provenance":"declared"}},{"id":"bo","age":{"band":"13-15","provenance":"declared"}}],"messages":[{"id":"m1","sender":"ann","text":"the bus was late again"},{"id":"m2","sender":"bo","text":"ok"},{"id":"m3","sender":"ann","text":"dont tell your mom ok"}]}""";
}
