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
    public IEnumerable<SlotPart> Slots => SlotsOf(Parts);

    /// <summary>How many literals <see cref="Expand"/> gives; counted without expanding, and no higher than a thousand million.</summary>
    /// <param name="slots">Gives the entries of a slot.</param>
    public int Count(Func<string, ImmutableArray<Template>> slots) => Count(Parts, slots);

    /// <summary>All literals in the order of the choices, with white space made single and trimmed.</summary>
    /// <param name="slots">Gives the entries of a slot.</param>
    public List<string> Expand(Func<string, ImmutableArray<Template>> slots) => TemplateExpander.Expand(Parts, slots);

    private static int Count(ImmutableArray<TemplatePart> parts, Func<string, ImmutableArray<Template>> slots)
    {
        const long most = 1_000_000_000;
        long product = 1;
        foreach (var part in parts)
        {
            long count = part switch
            {
                ChoicePart choice => choice.Branches.Sum(b => (long)Count(b, slots)),
                SlotPart slot => slots(slot.Name).Sum(t => (long)t.Count(slots)),
                _ => 1,
            };
            product = Math.Min(product * Math.Min(count, most), most);
        }

        return (int)product;
    }

    private static IEnumerable<SlotPart> SlotsOf(ImmutableArray<TemplatePart> parts) => parts.SelectMany(part => part switch
    {
        SlotPart slot => [slot],
        ChoicePart choice => choice.Branches.SelectMany(SlotsOf),
        _ => Enumerable.Empty<SlotPart>(),
    });
}
