namespace GroomingSignals.Hosting;

/// <summary>Names a conversation: the tenant it belongs to, and its id within that tenant.</summary>
public readonly record struct ConversationKey
{
    /// <summary>Makes a key.</summary>
    /// <param name="tenant">The tenant; a host that serves one platform gives the same word always.</param>
    /// <param name="conversation">The id of the conversation within the tenant.</param>
    /// <exception cref="ArgumentException">An id is null, empty, longer than 256 UTF-16 code units, holds a NUL, or is not well-formed UTF-16.</exception>
    public ConversationKey(string tenant, string conversation)
    {
        Tenant = IdGuard.Check(tenant, "tenant", nameof(tenant));
        Conversation = IdGuard.Check(conversation, "conversation", nameof(conversation));
    }

    /// <summary>The tenant.</summary>
    public string Tenant { get; }

    /// <summary>The id of the conversation within the tenant.</summary>
    public string Conversation { get; }

    internal bool IsDefault => Tenant is null;
}
