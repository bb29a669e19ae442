namespace GroomingSignals.Data.Reading;

/// <summary>The names under which a column of CSV is known; where several are there, the first of the list counts.</summary>
internal static class CsvSynonyms
{
    /// <summary>The beginning of a column whose rest names a group, for example <c>group:region</c>.</summary>
    public const string GroupPrefix = "group:";

    public static readonly string[] Conversation = ["conversation_id", "conversation", "chat_id", "chat", "dialogue_id", "thread_id", "id"];

    public static readonly string[] Message = ["message_id", "msg_id"];

    public static readonly string[] Sender = ["sender_id", "sender", "author_id", "author", "user_id", "user", "speaker", "from"];

    public static readonly string[] AgeBand = ["sender_age_band", "age_band"];

    public static readonly string[] Time = ["sent_at", "time", "timestamp", "datetime", "date", "created_at"];

    public static readonly string[] Text = ["text", "message", "body", "content", "utterance"];

    public static readonly string[] Tags = ["tags"];

    public static readonly string[] Label = ["label", "class", "target", "is_grooming", "grooming"];

    public static readonly string[] SenderLabel = ["sender_label", "author_label", "participant_label"];

    public static readonly string[] Tactics = ["tactics", "tactic"];

    public static readonly string[] Synthetic = ["synthetic"];

    /// <summary>Columns that are groups of their own name.</summary>
    public static readonly string[] Groups = ["language", "dialect"];

    /// <summary>How a header is compared: without case, and with spaces and hyphens as underscores.</summary>
    public static string Plain(string header) => header.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');

    /// <summary>True when the first line of an input can only be the header of CSV: it names a text or a conversation. Whether commas separate it is not asked here.</summary>
    public static bool IsHeader(string line) =>
        line.Split([',', ';', '\t']).Select(n => Plain(n.Trim('"', ' '))).Any(n => Text.Contains(n, StringComparer.Ordinal) || string.Equals(n, Conversation[0], StringComparison.Ordinal));
}
