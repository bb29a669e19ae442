using System.Numerics;

namespace GroomingSignals.Conversations;

/// <summary>The names of <see cref="MessageTags"/> in files and packs.</summary>
public static class MessageTagNames
{
    private static readonly string[] Names =
        ["like", "image", "video", "explicit-image", "link", "gift", "call", "live", "location"];

    /// <summary>The tags that have names.</summary>
    internal static MessageTags[] Named { get; } = Array.ConvertAll(Names, name => TryParse(name, out var tag) ? tag : MessageTags.Other);

    /// <summary>Finds a tag by its name, compared exactly.</summary>
    /// <param name="name">The name, for example <c>explicit-image</c>.</param>
    /// <param name="tag">The tag when found; otherwise <see cref="MessageTags.Other"/>.</param>
    /// <returns>True when this version knows the tag.</returns>
    public static bool TryParse(string? name, out MessageTags tag)
    {
        int index = Array.IndexOf(Names, name);
        tag = index < 0 ? MessageTags.Other : (MessageTags)(1 << index);
        return index >= 0;
    }

    /// <summary>The name of a single tag.</summary>
    internal static string NameOf(MessageTags tag) => Names[BitOperations.TrailingZeroCount((int)tag)];

    /// <summary>The names of all tags in a set, in the order of <see cref="MessageTags"/>; <see cref="MessageTags.Other"/> has none.</summary>
    /// <param name="tags">The set.</param>
    public static IEnumerable<string> Of(MessageTags tags)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (((int)tags & (1 << i)) != 0)
            {
                yield return Names[i];
            }
        }
    }
}
