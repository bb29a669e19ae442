using System.Runtime.ExceptionServices;

namespace GroomingSignals.Data.Reading;

/// <summary>One record on its way through a pipeline, in the order of the input. Its window's lock guards it.</summary>
internal sealed class PipelineSlot<T>(ConversationRecord record)
    where T : class
{
    public ConversationRecord Record { get; } = record;

    public long Size { get; } = record.Size;

    public ReadResult<T> Result { get; set; }

    public ExceptionDispatchInfo? Failure { get; set; }

    public bool Done { get; set; }
}
