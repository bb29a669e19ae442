namespace GroomingSignals.Data;

/// <summary>How an input writes its conversations.</summary>
public enum ConversationFormat
{
    /// <summary>By the name of the file (a closing <c>.gz</c> set aside), and by content when the name does not tell.</summary>
    Detect = 0,

    /// <summary>One JSON object, one conversation, a line.</summary>
    JsonLines = 1,

    /// <summary>One message a row, under a header.</summary>
    Csv = 2,
}
