using Microsoft.Extensions.Options;

namespace GroomingSignals.Hosting;

/// <summary>Names every problem of the options at once. What the files hold is read when they are loaded.</summary>
internal sealed class GroomingSignalsOptionsValidator : IValidateOptions<GroomingSignalsOptions>
{
    private const int ShortestKey = 16;

    public ValidateOptionsResult Validate(string? name, GroomingSignalsOptions options)
    {
        var problems = new List<string>();
        Files(options, problems);
        Positive(problems, nameof(options.ReloadQuietTime), options.ReloadQuietTime);
        Positive(problems, nameof(options.ReloadPollInterval), options.ReloadPollInterval);
        Positive(problems, nameof(options.Retention), options.Retention ?? TimeSpan.MaxValue);
        Positive(problems, nameof(options.RetentionInterval), options.RetentionInterval);
        Positive(problems, nameof(options.ScrubInterval), options.ScrubInterval);
        Between(problems, nameof(options.MaximumConversations), options.MaximumConversations ?? 1, 1, long.MaxValue);
        Between(problems, nameof(options.MaximumStoreBytes), options.MaximumStoreBytes ?? 65536, 65536, long.MaxValue);
        Between(problems, nameof(options.ParticipantConversations), options.ParticipantConversations, 1, 1_000_000);
        Between(problems, nameof(options.Shards), options.Shards, 1, 1024);
        Between(problems, nameof(options.QueueMessages), options.QueueMessages, 1, 1_000_000);
        Between(problems, nameof(options.QueueCharacters), options.QueueCharacters, 1024, long.MaxValue);
        Between(problems, nameof(options.MaximumAppendMessages), options.MaximumAppendMessages, 1, 100_000);
        Between(problems, nameof(options.CommitMessages), options.CommitMessages, 1, 100_000);
        Between(problems, nameof(options.LiveConversations), options.LiveConversations, 0, 10_000_000);
        if (!Enum.IsDefined(options.MinimumAlertSeverity) || options.MinimumAlertSeverity == Assessment.Severity.None)
        {
            problems.Add($"{nameof(options.MinimumAlertSeverity)} is neither low, review nor urgent.");
        }

        if (options.IdHashKey is { Length: < ShortestKey })
        {
            problems.Add($"{nameof(options.IdHashKey)} has fewer than {ShortestKey} bytes: give a random key of 32.");
        }

        if (options.SqlitePath is not null && options.MaximumConversations is not null)
        {
            problems.Add($"{nameof(options.MaximumConversations)} is for a store in memory: with {nameof(options.SqlitePath)} use {nameof(options.MaximumStoreBytes)}.");
        }

        if (options.SqlitePath is null && options.SqliteShared)
        {
            problems.Add($"{nameof(options.SqliteShared)} is for a SQLite file: name one with {nameof(options.SqlitePath)}.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void Files(GroomingSignalsOptions options, List<string> problems)
    {
        for (int i = 0; i < options.PackPaths.Count; i++)
        {
            string path = options.PackPaths[i];
            if (string.IsNullOrEmpty(path) || (!File.Exists(path) && !Directory.Exists(path)))
            {
                problems.Add($"{nameof(options.PackPaths)}[{i}]: there is no file or folder '{path}'.");
            }
        }

        if (options.PackPaths.Count == 0 && !options.UseBuiltInPack)
        {
            problems.Add($"There is no rule pack: set {nameof(options.UseBuiltInPack)} or name one in {nameof(options.PackPaths)}.");
        }

        Exists(problems, nameof(options.PolicyPath), options.PolicyPath);
        Exists(problems, nameof(options.ModelPath), options.ModelPath);
        if (options.SqlitePath is { Length: 0 })
        {
            problems.Add($"{nameof(options.SqlitePath)} is empty: name a file.");
        }
        else if (options.SqlitePath is { } sqlite && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(sqlite))))
        {
            problems.Add($"{nameof(options.SqlitePath)}: there is no folder for '{sqlite}'. Make it first, readable by this service alone.");
        }
    }

    private static void Exists(List<string> problems, string option, string? path)
    {
        if (path is not null && !File.Exists(path))
        {
            problems.Add($"{option}: there is no file '{path}'.");
        }
    }

    private static void Positive(List<string> problems, string option, TimeSpan value)
    {
        if (value <= TimeSpan.Zero)
        {
            problems.Add($"{option} is not above zero.");
        }
    }

    private static void Between(List<string> problems, string option, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            problems.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{option} is {value}; it must be from {least} to {most}."));
        }
    }
}
