using Microsoft.Data.Sqlite;

namespace GroomingSignals.Hosting.Tests.Storage;

/// <summary>Somebody else who has the file of a store open, past the store.</summary>
internal static class OtherProcess
{
    /// <summary>Holds the tables for writing until it is disposed of, and changes nothing.</summary>
    public static IDisposable Holds(TemporaryFolder folder, string name)
    {
        var connection = Open(folder, name);
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Runs statements that stand in a test.</summary>
    public static void Executes(TemporaryFolder folder, string name, string sql)
    {
        using var connection = Open(folder, name);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // All of it stands in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(TemporaryFolder folder, string name)
    {
        var connection = new SqliteConnection($"Data Source={folder.File(name)};Pooling=False");
        connection.Open();
        return connection;
    }
}
