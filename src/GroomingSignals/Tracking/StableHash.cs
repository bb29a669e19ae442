using System.Numerics;

namespace GroomingSignals.Tracking;

/// <summary>FNV-1a, 64 bits, over four characters at a time, with the finaliser of SplitMix64: equal on every run and machine. Not for secrets.</summary>
internal struct StableHash
{
    private ulong _state;

    public static StableHash Start() => new() { _state = 14695981039346656037 };

    public void Add(ReadOnlySpan<char> text)
    {
        ulong state = _state;
        int length = text.Length;
        for (; text.Length >= 4; text = text[4..])
        {
            // Four characters at once: their order in the word is the same on every machine.
            ulong four = text[0] | ((ulong)text[1] << 16) | ((ulong)text[2] << 32) | ((ulong)text[3] << 48);
            state = BitOperations.RotateLeft((state ^ four) * 1099511628211, 29);
        }

        foreach (char c in text)
        {
            state = (state ^ c) * 1099511628211;
        }

        _state = (state ^ (ulong)length ^ 0x1F0000) * 1099511628211;
    }

    public void Add(int value) => _state = (_state ^ (uint)value ^ 0x2E00000000) * 1099511628211;

    public readonly ulong Value
    {
        get
        {
            ulong z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
