using GroomingSignals.Assessment;

namespace GroomingSignals.Hosting;

/// <summary>What a host decides. Validated when the host starts; every problem is named. The defaults are right for one process with state in memory.</summary>
public sealed class GroomingSignalsOptions
{
    /// <summary>Rule packs, files or folders, beside the built-in one; one with the id of another takes its place. Empty by default.</summary>
    public IList<string> PackPaths { get; } = [];

    /// <summary>Whether the built-in English pack is used. True by default.</summary>
    public bool UseBuiltInPack { get; set; } = true;

    /// <summary>The policy; null for the default policy.</summary>
    public string? PolicyPath { get; set; }

    /// <summary>The classifier's model; null for rules alone.</summary>
    public string? ModelPath { get; set; }

    /// <summary>Whether packs, policy and model are loaded anew when their files change. A bad one leaves the old one in service and says so. True by default.</summary>
    public bool ReloadOnChange { get; set; } = true;

    /// <summary>How long files must be quiet before they are read, so that a copy in progress is not. 500 ms by default.</summary>
    public TimeSpan ReloadQuietTime { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often files are looked at where the file system does not tell of changes, as on network shares. 30 s by default.</summary>
    public TimeSpan ReloadPollInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The SQLite file that keeps state, alerts and records of participants; null to keep them in memory, where they end with the process.</summary>
    public string? SqlitePath { get; set; }

    /// <summary>
    /// Whether other processes write the same SQLite file, as during a change-over from an old process to a new one; all of them must say so. It is slower: no commit log is used. False by default: this
    /// process has the file for itself.
    /// </summary>
    public bool SqliteShared { get; set; }

    /// <summary>How many conversations a store in memory takes; a new one beyond is refused. Null, the default, for no limit.</summary>
    public long? MaximumConversations { get; set; }

    /// <summary>How many bytes the SQLite file may have; beyond, what needs more room is refused. No commit log is used then, as with <see cref="SqliteShared"/>. Null, the default, for no limit.</summary>
    public long? MaximumStoreBytes { get; set; }

    /// <summary>How long a conversation is kept after its last message, with its alerts and records. Null, the default, for always.</summary>
    public TimeSpan? Retention { get; set; }

    /// <summary>How often what is past its retention is erased. 10 minutes by default.</summary>
    public TimeSpan RetentionInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long bytes of erased conversations may stay in unused parts of the SQLite file: after erasures it is written anew, and commits wait meanwhile,
    /// some ten seconds for a gigabyte. 6 hours by default.
    /// </summary>
    public TimeSpan ScrubInterval { get; set; } = TimeSpan.FromHours(6);

    /// <summary>The lowest severity that raises an alert. <see cref="Severity.Review"/> by default: below it nothing belongs in a queue.</summary>
    public Severity MinimumAlertSeverity { get; set; } = Severity.Review;

    /// <summary>
    /// Whether what each conversation says of its participants is committed with it, so that <see cref="ConversationMonitor.AssessParticipantAsync"/> can assess
    /// them over all their conversations. Conversations are counted from the next message after it was set. False by default.
    /// </summary>
    public bool FollowParticipants { get; set; }

    /// <summary>How many conversations of one participant an assessment looks at; that there are more is an assumption of it. 10,000 by default.</summary>
    public int ParticipantConversations { get; set; } = 10_000;

    /// <summary>How many shards the conversations are spread over, each with one owner at a time. 16 by default.</summary>
    public int Shards { get; set; } = 16;

    /// <summary>How many messages may wait in all shards together; beyond, they are refused. 8,192 by default.</summary>
    public int QueueMessages { get; set; } = 8192;

    /// <summary>How many UTF-16 code units of text may wait in all shards together; beyond, messages are refused. 16,777,216 by default, 32 MiB.</summary>
    public long QueueCharacters { get; set; } = 16 * 1024 * 1024;

    /// <summary>How many messages one append may hold. 1,000 by default.</summary>
    public int MaximumAppendMessages { get; set; } = 1000;

    /// <summary>How many messages a shard folds before it commits them together. 256 by default.</summary>
    public int CommitMessages { get; set; } = 256;

    /// <summary>How many conversations stay ready in memory, in all shards together, so that their next message needs no snapshot read. 4,096 by default; a ready one takes about 10 KiB.</summary>
    public int LiveConversations { get; set; } = 4096;

    /// <summary>
    /// The secret key, at least 16 bytes, with which ids of conversations, participants and messages are hashed (HMAC-SHA256) before anything keeps them.
    /// Null, the default, to keep ids as they are. A key that changes makes strangers of everybody.
    /// </summary>
    public ReadOnlyMemory<byte>? IdHashKey { get; set; }
}
