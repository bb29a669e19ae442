using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>What a failure of the database means to whoever asked.</summary>
internal static class SqliteFailure
{
    /// <summary>Whether the file or its disk had no room.</summary>
    public static bool IsFull(Exception failure) => failure is SqliteException { SqliteErrorCode: raw.SQLITE_FULL };

    /// <summary>The failure as the store tells it.</summary>
    public static Exception Told(Exception failure) =>
        IsFull(failure) ? new StateStoreException("The store has no room for this: give its disk more.", failure) { IsFull = true } : failure;
}
