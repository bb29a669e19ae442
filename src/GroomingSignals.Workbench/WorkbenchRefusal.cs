namespace GroomingSignals.Workbench;

/// <summary>What cannot be done; the message says what to do instead.</summary>
/// <param name="message">One sentence for the person at the page.</param>
/// <param name="isWrong">True when the request itself is wrong; false when it only cannot be done now.</param>
internal sealed class WorkbenchRefusal(string message, bool isWrong = false) : Exception(message)
{
    public bool IsWrong { get; } = isWrong;

    public static WorkbenchRefusal Wrong(string message) => new(message, isWrong: true);
}
