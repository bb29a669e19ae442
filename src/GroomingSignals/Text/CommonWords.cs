namespace GroomingSignals.Text;

/// <summary>The words that English is mostly made of. A guess of how often something is said, on which nothing but speed depends.</summary>
internal static class CommonWords
{
    private static readonly HashSet<string> Words = new(
        ("i you u the to a it and is do that of in my me have what for but like so just dont your ur are on with be was im if no not we they he she "
        + "this can at or its from all out up go will did has had been them there her him his how who why where when then than too about would could should "
        + "as by an us am because get got know think want need going people one some any more really").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<string> All => Words;

    /// <summary>True for one of them, in lower case and without apostrophe.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
