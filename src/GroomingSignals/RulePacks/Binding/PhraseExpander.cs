using System.Collections.Immutable;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Reading;
using GroomingSignals.RulePacks.Templates;

namespace GroomingSignals.RulePacks.Binding;

/// <summary>Expands phrases to literals and keeps count of all of them.</summary>
/// <param name="packs">The packs by id.</param>
/// <param name="resolver">Told of packs that are missing.</param>
/// <param name="diagnostics">Receives the problems.</param>
/// <param name="keep">Whether literals that depend on their own pack alone are kept with it, so that binding need not expand them again: only while one pack is read.</param>
internal sealed class PhraseExpander(IReadOnlyDictionary<string, PackContents> packs, CueResolver resolver, Diagnostics diagnostics, bool keep = false)
{
    private int _total;

    /// <summary>The literals of phrases, each once, in order.</summary>
    /// <param name="pack">The pack in which they stand.</param>
    /// <param name="phrases">The phrases.</param>
    /// <param name="number">True for phrases of a number, in which <c>{n}</c> stands for it.</param>
    /// <param name="repeated">Told of each phrase that adds nothing; null when nobody asks.</param>
    public ImmutableArray<string> Expand(PackContents pack, IEnumerable<Phrase> phrases, bool number, Action<Phrase>? repeated = null)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var literals = ImmutableArray.CreateBuilder<string>();
        foreach (var phrase in phrases)
        {
            int before = literals.Count;
            var own = One(pack, phrase, number);
            literals.AddRange(own.Where(seen.Add));
            if (own.Length > 0 && literals.Count == before)
            {
                repeated?.Invoke(phrase);
            }
        }

        return literals.DrainToImmutable();
    }

    private ImmutableArray<string> One(PackContents pack, Phrase phrase, bool number)
    {
        if (pack.Literals.TryGetValue(phrase, out var known))
        {
            return Within(phrase, known.Length) ? known : [];
        }

        bool own = true;
        var slots = new Dictionary<string, ImmutableArray<Template>>(StringComparer.Ordinal);
        foreach (var part in phrase.Template.Slots)
        {
            if (number && part.Name is NumberReader.NumberSlot)
            {
                slots[part.Name] = NumberReader.Itself;
            }
            else if (Slot(pack, part.Name, phrase) is { } slot)
            {
                slots[part.Name] = slot.Entries;
                own &= !part.Name.Contains('/', StringComparison.Ordinal);
            }
            else
            {
                return [];
            }
        }

        int count = phrase.Template.Count(name => slots[name]);
        if (count > Template.MaximumLiterals)
        {
            diagnostics.Error(DiagnosticIds.PhraseTooLarge, phrase.Position, string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"The phrase gives {count} literals, more than {Template.MaximumLiterals}: split it."));
            return [];
        }

        if (!Within(phrase, count))
        {
            return [];
        }

        ImmutableArray<string> literals = [.. phrase.Template.Expand(name => slots[name])];
        if (!Check(phrase, literals, number))
        {
            return [];
        }

        if (keep && own)
        {
            pack.Literals.Add(phrase, literals);
        }

        return literals;
    }

    /// <summary>Counts literals; false when they are more than all packs may give.</summary>
    private bool Within(Phrase phrase, int count)
    {
        bool wasWithin = _total <= Template.MaximumLiteralsOfAllPacks;
        _total += count;
        if (_total > Template.MaximumLiteralsOfAllPacks && wasWithin)
        {
            diagnostics.Error(
                DiagnosticIds.PacksTooLarge, phrase.Position, string.Create(System.Globalization.CultureInfo.InvariantCulture,
                        $"From here on the loaded packs give more than {Template.MaximumLiteralsOfAllPacks} literals: use fewer choices."));
        }

        return _total <= Template.MaximumLiteralsOfAllPacks;
    }

    private bool Check(Phrase phrase, ImmutableArray<string> literals, bool number)
    {
        if (literals.Any(l => l.Length == 0))
        {
            diagnostics.Error(DiagnosticIds.EmptyLiteral, phrase.Position, "The phrase may be empty: leave one of its choices without an empty branch.");
            return false;
        }

        if (number && literals.FirstOrDefault(l => !IsNumberPhrase(l)) is not null)
        {
            diagnostics.Error(DiagnosticIds.NumberPhrase, phrase.Position, "A number's phrase has exactly one {n}, and words before or after it, in every choice.");
            return false;
        }

        return true;
    }

    private static bool IsNumberPhrase(string literal)
    {
        const string place = "{n}";
        int at = literal.IndexOf(place, StringComparison.Ordinal);
        return at >= 0
            && literal.IndexOf(place, at + place.Length, StringComparison.Ordinal) < 0
            && literal.Remove(at, place.Length).Any(char.IsLetterOrDigit);
    }

    private SlotDeclaration? Slot(PackContents pack, string written, Phrase phrase)
    {
        int slash = written.IndexOf('/', StringComparison.Ordinal);
        string owner = slash < 0 ? pack.Id : written[..slash];
        string name = written[(slash + 1)..];
        if (!packs.TryGetValue(owner, out var other))
        {
            resolver.MissingPack(owner, phrase.Position);
            return null;
        }

        if (other.Slots.TryGetValue(name, out var slot))
        {
            return slot;
        }

        diagnostics.Error(
            DiagnosticIds.UnknownReference, phrase.Position, $"{owner} has no slot '{name}'.{Suggestion.For(name, other.Slots.Keys)}");
        return null;
    }
}
