using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>An empty file beside the database, which the one process holds that has the store for itself, or all those together that share it.</summary>
internal static class StoreLock
{
    // As long as a connection waits for the transaction of another.
    private const int PatienceMilliseconds = 10_000;
    private const int PauseMilliseconds = 50;

    // Windows, Linux, macOS and the BSDs.
    private const int SharingViolation = 32;
    private const int LockViolation = 33;
    private const int WouldBlock = 11;
    private const int WouldBlockBsd = 35;

    /// <summary>Waits until nobody else holds it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="logger">Is told that somebody waits.</param>
    /// <param name="patience">How long, in milliseconds.</param>
    /// <exception cref="StateStoreException">Others still do after that; or the file cannot be opened.</exception>
    public static SafeFileHandle Take(string path, ILogger logger, int patience = PatienceMilliseconds) =>
        Wait(path, FileAccess.ReadWrite, FileShare.None, logger, patience, "Another process has the store open. End it first, or set SqliteShared for all of them, which is slower.");

    /// <summary>Holds it at once when nobody else does.</summary>
    public static SafeFileHandle? TryTake(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None, out _);

    /// <summary>Waits until nobody holds it alone.</summary>
    /// <param name="path">The file.</param>
    /// <param name="logger">Is told that somebody waits.</param>
    /// <param name="patience">How long, in milliseconds.</param>
    /// <exception cref="StateStoreException">A process still does after that; or the file cannot be opened.</exception>
    public static SafeFileHandle Share(string path, ILogger logger, int patience = PatienceMilliseconds) =>
        Wait(path, FileAccess.Read, FileShare.ReadWrite, logger, patience, "Another process has the store for itself. End it first, or set SqliteShared for it too.");

    private static SafeFileHandle Wait(string path, FileAccess access, FileShare share, ILogger logger, int patience, string problem)
    {
        IOException? why = null;
        for (int waited = 0; waited <= patience; waited += PauseMilliseconds)
        {
            if (TryOpen(path, access, share, out why) is { } handle)
            {
                return handle;
            }

            if (waited == 0)
            {
                Log.AwaitingStore(logger, patience / 1000);
            }

            Thread.Sleep(PauseMilliseconds);
        }

        throw new StateStoreException($"{problem} Its lock is '{path}'.", why);
    }

    /// <summary>Whether another process holds the file: what .NET tells is the number of the system's error.</summary>
    private static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is SharingViolation or LockViolation or WouldBlock or WouldBlockBsd;

    private static SafeFileHandle? TryOpen(string path, FileAccess access, FileShare share, out IOException? why)
    {
        try
        {
            why = null;
            OwnFile.Make(path);
            return File.OpenHandle(path, FileMode.Open, access, share);
        }
        catch (IOException e) when (IsHeld(e))
        {
            why = e;
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StateStoreException($"The lock of the store cannot be opened. {e.Message}", e);
        }
    }
}
