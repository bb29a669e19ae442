using System.Numerics;
using GroomingSignals.Hosting.Storage;

namespace GroomingSignals.Hosting.Monitoring;

/// <summary>The deliveries of one conversation within a commit, and what they came to. Reused from commit to commit.</summary>
internal sealed class ConversationBatch
{
    /// <summary>A snapshot beyond this leaves no buffer behind.</summary>
    private const int KeptBytes = 64 * 1024;

    private byte[] _snapshot = [];

    public ConversationKey Key { get; set; }

    public List<Delivery> Deliveries { get; } = [];

    public LiveConversation? Live { get; set; }

    /// <summary>What to commit; null when no message changed anything.</summary>
    public ConversationChange? Change { get; set; }

    public List<Alert> Alerts { get; } = [];

    public int Applied { get; set; }

    public int Late { get; set; }

    public int Duplicates { get; set; }

    public int Conflicts { get; set; }

    /// <summary>Takes a snapshot over; what it is handed out as lasts until the next one, or until the batch is cleared.</summary>
    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> snapshot)
    {
        if (_snapshot.Length < snapshot.Length)
        {
            _snapshot = new byte[BitOperations.RoundUpToPowerOf2((uint)snapshot.Length)];
        }

        snapshot.CopyTo(_snapshot);
        return _snapshot.AsMemory(0, snapshot.Length);
    }

    /// <summary>Forgets what the messages came to, so that they can be folded anew.</summary>
    public void Rewind()
    {
        Live = null;
        Change = null;
        Alerts.Clear();
        (Applied, Late, Duplicates, Conflicts) = (0, 0, 0, 0);
    }

    public void Clear()
    {
        Rewind();
        Key = default;
        Deliveries.Clear();
        if (_snapshot.Length > KeptBytes)
        {
            _snapshot = [];
        }
    }
}
