#pragma warning disable MA0048 // one closed family of small cases reads best in one place
using System.Collections.Immutable;

namespace GroomingSignals.RulePacks.Templates;

/// <summary>A part of a phrase template.</summary>
internal abstract record TemplatePart;

/// <summary>Text as it stands.</summary>
internal sealed record TextPart(string Text) : TemplatePart;

/// <summary>A slot, replaced by each of its entries.</summary>
/// <param name="Name">The name, with a pack id before it when it is another pack's.</param>
/// <param name="Offset">Where in the phrase it stands.</param>
internal sealed record SlotPart(string Name, int Offset) : TemplatePart;

/// <summary>A choice of branches, each a row of parts.</summary>
internal sealed record ChoicePart(ImmutableArray<ImmutableArray<TemplatePart>> Branches) : TemplatePart;
