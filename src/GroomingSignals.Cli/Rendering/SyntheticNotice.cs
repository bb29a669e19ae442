namespace GroomingSignals.Cli.Rendering;

/// <summary>What stands under every figure that was made on composed data.</summary>
internal static class SyntheticNotice
{
    public const string Text = "The data is synthetic: these figures show that the machinery works, and nothing about accuracy in the field.";

    public static Sheet Render(int width) => new Sheet(width).To(1).Wrap(Text, Palette.Warning);
}
