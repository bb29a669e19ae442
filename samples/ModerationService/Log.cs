namespace ModerationService;

/// <summary>What the service logs: codes and types, no id and no text.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "A request failed: {Code} ({Exception}).")]
    public static partial void RequestFailed(ILogger logger, string code, string exception);
}
