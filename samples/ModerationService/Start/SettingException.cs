namespace ModerationService.Start;

/// <summary>A setting is not usable; the message names it.</summary>
internal sealed class SettingException(string message) : Exception(message);
