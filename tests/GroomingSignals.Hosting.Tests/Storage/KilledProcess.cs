using GroomingSignals.Hosting.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace GroomingSignals.Hosting.Tests.Storage;

/// <summary>What is left of a store whose process was killed.</summary>
internal static class KilledProcess
{
    /// <summary>The files as a process leaves them that ends without closing. Nothing is folded while they are copied, and the write-ahead log comes before what a checkpoint may be writing.</summary>
    public static string Leaves(TemporaryFolder folder, string name, string left)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File(name)};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (string suffix in new[] { SqliteOpening.LogSuffix, "-wal", "" })
        {
            if (File.Exists(folder.File(name + suffix)))
            {
                File.Copy(folder.File(name + suffix), folder.File(left + suffix));
            }
        }

        return left;
    }
}
