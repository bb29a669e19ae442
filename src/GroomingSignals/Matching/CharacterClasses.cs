namespace GroomingSignals.Matching;

/// <summary>Gives each character that occurs in some literal a small number; all others share 0. Two levels, so that any number of scripts fits.</summary>
internal sealed class CharacterClasses
{
    private readonly ushort[] _ascii = new ushort[128];
    private readonly ushort[]?[] _pages = new ushort[256][];

    /// <summary>How many classes there are, the shared one included.</summary>
    public int Count { get; private set; } = 1;

    public int Of(char c) => c < 128 ? _ascii[c] : _pages[c >> 8] is { } page ? page[c & 0xFF] : 0;

    /// <summary>The class of a character, made when it is new.</summary>
    public int Make(char c)
    {
        ref ushort known = ref c < 128 ? ref _ascii[c] : ref (_pages[c >> 8] ??= new ushort[256])[c & 0xFF];
        if (known == 0)
        {
            known = (ushort)Count++;
        }

        return known;
    }
}
