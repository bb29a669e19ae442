using System.Collections.Immutable;

namespace GroomingSignals.RulePacks.Templates;

/// <summary>A phrase with choices and slots, not yet expanded.</summary>
/// <param name="Parts">The parts in order.</param>
internal sealed record Template(ImmutableArray<TemplatePart> Parts)
{
    /// <summary>How many literals one phrase may give.</summary>
    internal const int MaximumLiterals = 512;

    /// <summary>How many literals the loaded packs may give together.</summary>
    internal const int MaximumLiteralsOfAllPacks = 150_000;

    /// <summary>The slots that the template names, in order.</summary>
    public ImmutableArray<SlotPart> Slots { get; } = SlotsOf(Parts);

    /// <summary>How many literals <see cref="Expand"/> gives; counted without expanding, and no higher than a thousand million.</summary>
    /// <param name="slots">Gives the entries of a slot.</param>
    public int Count(Func<string, ImmutableArray<Template>> slots) => Count(Parts, slots);

    /// <summary>All literals in the order of the choices, with white space made single and trimmed.</summary>
    /// <param name="slots">Gives the entries of a slot.</param>
    public ImmutableArray<string> Expand(Func<string, ImmutableArray<Template>> slots) => TemplateExpander.Expand(Parts, slots, Count(slots));

    private static int Count(ImmutableArray<TemplatePart> parts, Func<string, ImmutableArray<Template>> slots)
    {
        const long most = 1_000_000_000;
        long product = 1;
        foreach (var part in parts)
        {
            long count = 0;
            switch (part)
            {
                case ChoicePart choice:
                    foreach (var branch in choice.Branches)
                    {
                        count += Count(branch, slots);
                    }

                    break;
                case SlotPart slot:
                    foreach (var entry in slots(slot.Name))
                    {
                        count += entry.Count(slots);
                    }

                    break;
                default:
                    count = 1;
                    break;
            }

            product = Math.Min(product * Math.Min(count, most), most);
        }

        return (int)product;
    }

    private static ImmutableArray<SlotPart> SlotsOf(ImmutableArray<TemplatePart> parts)
    {
        ImmutableArray<SlotPart>.Builder? slots = null;
        Gather(parts, ref slots);
        return slots is null ? [] : slots.DrainToImmutable();
    }

    private static void Gather(ImmutableArray<TemplatePart> parts, ref ImmutableArray<SlotPart>.Builder? slots)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case SlotPart slot:
                    (slots ??= ImmutableArray.CreateBuilder<SlotPart>()).Add(slot);
                    break;
                case ChoicePart choice:
                    foreach (var branch in choice.Branches)
                    {
                        Gather(branch, ref slots);
                    }

                    break;
            }
        }
    }
}
