namespace GroomingSignals.Text;

/// <summary>What a character is, as far as the views ask.</summary>
[Flags]
internal enum CharacterFlags
{
    None = 0,

    /// <summary>Invisible: Default_Ignorable_Code_Point.</summary>
    Ignorable = 1,

    /// <summary>Extended_Pictographic.</summary>
    Emoji = 2,

    /// <summary>A combining mark.</summary>
    Mark = 4,
}
