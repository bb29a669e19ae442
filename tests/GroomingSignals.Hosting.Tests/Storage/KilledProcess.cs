using GroomingSignals.Hosting.Storage.Sqlite;

namespace GroomingSignals.Hosting.Tests.Storage;

/// <summary>What is left of a store whose process was killed.</summary>
internal static class KilledProcess
{
    /// <summary>The files as a process leaves them that ends without closing. Nothing is folded while they are copied.</summary>
    public static string Leaves(TemporaryFolder folder, string name, string left)
    {
        using var held = OtherProcess.Holds(folder, name);
        Copy(folder, name, left);
        return left;
    }

    /// <summary>Copies the files while somebody holds the tables; the write-ahead log comes before what a checkpoint may be writing.</summary>
    public static void Copy(TemporaryFolder folder, string name, string left)
    {
        foreach (string suffix in new[] { SqliteOpening.LogSuffix, "-wal", "" })
        {
            if (File.Exists(folder.File(name + suffix)))
            {
                File.Copy(folder.File(name + suffix), folder.File(left + suffix));
            }
        }
    }
}
