using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace ModerationService.Start;

/// <summary>Why a service does not start, for whoever starts it: what a setting or the machine can be to blame for is told in one line.</summary>
internal static class StartFailure
{
    /// <summary>What to tell; null when the fault is in the program, where the place helps.</summary>
    public static string? Describe(Exception exception) => exception switch
    {
        IOException { InnerException: AddressInUseException } => $"{exception.Message.TrimEnd('.')}. Stop what listens there, or take another: --urls http://127.0.0.1:PORT",
        SettingException or OptionsValidationException or InvalidOperationException => exception.Message,
        IOException or SocketException or UnauthorizedAccessException or FormatException =>
            exception.InnerException is { } inner ? $"{exception.Message} {inner.Message}" : exception.Message,
        InvalidDataException { InnerException: { } inner } => $"{exception.Message} {inner.Message}",
        InvalidDataException => exception.Message,
        _ => null,
    } is { } told ? told.ReplaceLineEndings(" ") : null;
}
