using GroomingSignals.Assessment;
using GroomingSignals.Hosting;
using ModerationService.Start;

namespace ModerationService;

/// <summary>Reads the options of the hosting package from the configuration. Unlike the package the service keeps its state in a file, and follows participants, unless told otherwise.</summary>
internal static class AnalyzerOptions
{
    private const string StandardFile = "moderation.db";

    /// <summary>A service has the memory to keep more conversations ready than a library should take: about 160 MiB when all are long.</summary>
    private const int LiveConversations = 16_384;

    /// <summary>What <c>SqlitePath</c> says to keep state in memory.</summary>
    private const string InMemory = "memory";

    /// <exception cref="SettingException">A setting is not usable.</exception>
    public static void Apply(IConfiguration section, GroomingSignalsOptions options)
    {
        // One pack alone needs no number: PackPaths, or PackPaths:0 and so on.
        var packs = section.GetSection(nameof(options.PackPaths));
        foreach (string path in packs.GetChildren().Select(c => c.Value ?? "").Prepend(packs.Value).OfType<string>())
        {
            options.PackPaths.Add(path);
        }

        string store = section.GetValue(nameof(options.SqlitePath), StandardFile)!;
        options.SqlitePath = string.Equals(store, InMemory, StringComparison.Ordinal) ? null : store;
        options.SqliteShared = section.GetValue(nameof(options.SqliteShared), options.SqliteShared);
        options.UseBuiltInPack = section.GetValue(nameof(options.UseBuiltInPack), options.UseBuiltInPack);
        options.PolicyPath = section.GetValue(nameof(options.PolicyPath), options.PolicyPath);
        options.ModelPath = section.GetValue(nameof(options.ModelPath), options.ModelPath);
        options.ReloadOnChange = section.GetValue(nameof(options.ReloadOnChange), options.ReloadOnChange);
        options.ReloadQuietTime = section.GetValue(nameof(options.ReloadQuietTime), options.ReloadQuietTime);
        options.ReloadPollInterval = section.GetValue(nameof(options.ReloadPollInterval), options.ReloadPollInterval);
        options.Retention = section.GetValue(nameof(options.Retention), options.Retention);
        options.RetentionInterval = section.GetValue(nameof(options.RetentionInterval), options.RetentionInterval);
        options.ScrubInterval = section.GetValue(nameof(options.ScrubInterval), options.ScrubInterval);
        options.FollowParticipants = section.GetValue(nameof(options.FollowParticipants), true);
        options.ParticipantConversations = section.GetValue(nameof(options.ParticipantConversations), options.ParticipantConversations);
        options.MaximumConversations = section.GetValue(nameof(options.MaximumConversations), options.MaximumConversations);
        options.MaximumStoreBytes = section.GetValue(nameof(options.MaximumStoreBytes), options.MaximumStoreBytes);
        options.LiveConversations = section.GetValue(nameof(options.LiveConversations), LiveConversations);
        options.QueueMessages = section.GetValue(nameof(options.QueueMessages), options.QueueMessages);
        options.QueueCharacters = section.GetValue(nameof(options.QueueCharacters), options.QueueCharacters);
        options.MaximumAppendMessages = section.GetValue(nameof(options.MaximumAppendMessages), options.MaximumAppendMessages);
        options.Shards = section.GetValue(nameof(options.Shards), options.Shards);
        options.CommitMessages = section.GetValue(nameof(options.CommitMessages), options.CommitMessages);
        options.IdHashKey = Key(section[nameof(options.IdHashKey)]);
        options.MinimumAlertSeverity = Severity(section[nameof(options.MinimumAlertSeverity)], options.MinimumAlertSeverity);
    }

    private static ReadOnlyMemory<byte>? Key(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        byte[] key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out int length)
            ? key.AsMemory(0, length)
            : throw new SettingException($"{KnownSettings.Analyzer}:{nameof(GroomingSignalsOptions.IdHashKey)} is not base64.");
    }

    private static Severity Severity(string? text, Severity standard) =>
        string.IsNullOrEmpty(text) ? standard
        : Enum.GetValues<Severity>().Where(s => s != GroomingSignals.Assessment.Severity.None && string.Equals(AssessmentJson.Name(s), text, StringComparison.OrdinalIgnoreCase)).ToArray() is [var known] ? known
        : throw new SettingException($"{KnownSettings.Analyzer}:{nameof(GroomingSignalsOptions.MinimumAlertSeverity)} must be low, review or urgent.");
}
