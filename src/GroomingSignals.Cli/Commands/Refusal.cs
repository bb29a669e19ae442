namespace GroomingSignals.Cli.Commands;

/// <summary>Why the analyser refuses a conversation that the reader accepts, such as one with an id that is too long.</summary>
internal static class Refusal
{
    /// <summary>The reason; null when the work was done.</summary>
    public static string? Of(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (ArgumentException e)
        {
            return Reason(e);
        }
    }

    /// <summary>The sentence of an exception, without the name of a parameter that users do not know.</summary>
    public static string Reason(ArgumentException e)
    {
        string suffix = $" (Parameter '{e.ParamName}')";
        return e.Message.EndsWith(suffix, StringComparison.Ordinal) ? e.Message[..^suffix.Length] : e.Message;
    }
}
