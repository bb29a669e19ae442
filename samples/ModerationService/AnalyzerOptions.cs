using GroomingSignals.Assessment;
using GroomingSignals.Hosting;

namespace ModerationService;

/// <summary>Reads the options of the hosting package from the configuration. Unlike the package the service keeps its state in a file unless told otherwise.</summary>
internal static class AnalyzerOptions
{
    private const string StandardFile = "moderation.db";

    /// <summary>A service has the memory to keep more conversations ready than a library should take: about 160 MiB when all are long.</summary>
    private const int LiveConversations = 16_384;

    /// <summary>What <c>SqlitePath</c> says to keep state in memory.</summary>
    private const string InMemory = "memory";

    public static void Apply(IConfigurationSection section, GroomingSignalsOptions options)
    {
        foreach (string path in section.GetSection(nameof(options.PackPaths)).GetChildren().Select(c => c.Value ?? ""))
        {
            options.PackPaths.Add(path);
        }

        string store = section.GetValue(nameof(options.SqlitePath), StandardFile)!;
        options.SqlitePath = string.Equals(store, InMemory, StringComparison.Ordinal) ? null : store;
        options.UseBuiltInPack = section.GetValue(nameof(options.UseBuiltInPack), options.UseBuiltInPack);
        options.PolicyPath = section.GetValue(nameof(options.PolicyPath), options.PolicyPath);
        options.ModelPath = section.GetValue(nameof(options.ModelPath), options.ModelPath);
        options.Retention = section.GetValue(nameof(options.Retention), options.Retention);
        options.MaximumConversations = section.GetValue(nameof(options.MaximumConversations), options.MaximumConversations);
        options.MaximumStoreBytes = section.GetValue(nameof(options.MaximumStoreBytes), options.MaximumStoreBytes);
        options.LiveConversations = section.GetValue(nameof(options.LiveConversations), LiveConversations);
        options.QueueMessages = section.GetValue(nameof(options.QueueMessages), options.QueueMessages);
        options.Shards = section.GetValue(nameof(options.Shards), options.Shards);
        options.CommitMessages = section.GetValue(nameof(options.CommitMessages), options.CommitMessages);
        if (section[nameof(options.IdHashKey)] is { Length: > 0 } key)
        {
            options.IdHashKey = Convert.FromBase64String(key);
        }

        if (section[nameof(options.MinimumAlertSeverity)] is { Length: > 0 } severity)
        {
            options.MinimumAlertSeverity = Enum.Parse<Severity>(severity, ignoreCase: true);
        }
    }
}
