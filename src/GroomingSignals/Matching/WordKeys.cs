using System.Numerics;
using System.Runtime.CompilerServices;

namespace GroomingSignals.Matching;

/// <summary>Hashes of words and of words in a row. Two that are equal may be of different words, and cost time then, no more.</summary>
internal static class WordKeys
{
    /// <summary>The key of any word that begins with a digit, beside its own.</summary>
    public const ulong Number = 0x27D4EB2F165667C5;

    /// <summary>The key of one word, of its first eight characters.</summary>
    /// <param name="head">The <see cref="HeadKey"/> where it begins.</param>
    /// <param name="length">How long it is, from 1 to 8; 8 where it is longer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong head, int length) => (head & (ulong.MaxValue >> (8 * (HeadKey.Length - length)))) * 0x9E3779B97F4A7C15;

    /// <summary>The key of a word.</summary>
    public static ulong Of(ReadOnlySpan<char> word) => Of(HeadKey.At(word, 0), Math.Min(word.Length, HeadKey.Length));

    /// <summary>The key of two words in a row, by the keys of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfTwo(ulong first, ulong second) => (BitOperations.RotateLeft(first, 23) ^ second) * 0xC2B2AE3D27D4EB4F;

    /// <summary>The key of three words in a row, by the keys of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfThree(ulong first, ulong second, ulong third) =>
        (BitOperations.RotateLeft(first, 41) ^ BitOperations.RotateLeft(second, 23) ^ third) * 0x165667B19E3779F9;

    /// <summary>True when a word begins with a digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNumber(ulong head) => (byte)head - '0' is >= 0 and <= 9;
}
