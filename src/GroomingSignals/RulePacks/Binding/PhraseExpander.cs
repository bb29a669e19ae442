using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    public ImmutableArray<string> Expand(PackContents pack, ImmutableArray<Phrase> phrases, bool number, Action<Phrase>? repeated = null)
    {
        if (phrases.IsEmpty)
        {
            return [];
        }

        var list = ImmutableCollectionsMarshal.AsArray(phrases)!;
        if (pack.Literals.TryGetValue(list, out var known) && _total + known.Count <= Template.MaximumLiteralsOfAllPacks)
        {
            _total += known.Count;
            return known.Literals;
        }

        var own = new ImmutableArray<string>[list.Length];
        bool alone = true;
        int count = 0;
        for (int i = 0; i < list.Length; i++)
        {
            own[i] = One(pack, list[i], number, ref alone);
            count += own[i].Length;
        }

        var distinct = Distinct(list, own, count, repeated);
        if (keep && alone)
        {
            pack.Literals.Add(list, new ExpandedPhrases(distinct, count));
        }

        return distinct;
    }

    private static ImmutableArray<string> Distinct(Phrase[] phrases, ImmutableArray<string>[] literals, int count, Action<Phrase>? repeated)
    {
        // Room for all at once: sets and lists that grow leave large arrays behind them, which make the collector run.
        var seen = new HashSet<string>(count, StringComparer.Ordinal);
        var distinct = ImmutableArray.CreateBuilder<string>(count);
        for (int i = 0; i < phrases.Length; i++)
        {
            int before = distinct.Count;
            foreach (string literal in literals[i])
            {
                if (seen.Add(literal))
                {
                    distinct.Add(literal);
                }
            }

            if (!literals[i].IsEmpty && distinct.Count == before)
            {
                repeated?.Invoke(phrases[i]);
            }
        }

        return distinct.DrainToImmutable();
    }

    /// <summary>The literals of one phrase; none when there is a problem.</summary>
    /// <param name="pack">The pack in which it stands.</param>
    /// <param name="phrase">The phrase.</param>
    /// <param name="number">True for a phrase of a number.</param>
    /// <param name="alone">Becomes false when they depend on more than their own pack, or there is a problem.</param>
    private ImmutableArray<string> One(PackContents pack, Phrase phrase, bool number, ref bool alone)
    {
        var entries = new Dictionary<string, ImmutableArray<Template>>(phrase.Template.Slots.Length, StringComparer.Ordinal);
        foreach (var part in phrase.Template.Slots)
        {
            if (number && part.Name is NumberReader.NumberSlot)
            {
                entries[part.Name] = NumberReader.Itself;
            }
            else if (Slot(pack, part.Name, phrase) is { } slot)
            {
                entries[part.Name] = slot.Entries;
                alone &= !part.Name.Contains('/', StringComparison.Ordinal);
            }
            else
            {
                alone = false;
                return [];
            }
        }

        ImmutableArray<Template> Entries(string name) => entries[name];
        int count = phrase.Template.Count(Entries);
        if (count > Template.MaximumLiterals)
        {
            diagnostics.Error(DiagnosticIds.PhraseTooLarge, phrase.Position, string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"The phrase gives {count} literals, more than {Template.MaximumLiterals}: split it."));
        }
        else if (Within(phrase, count))
        {
            var literals = phrase.Template.Expand(Entries);
            if (Check(phrase, literals, number))
            {
                return literals;
            }
        }

        alone = false;
        return [];
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
        if (literals.Contains("", StringComparer.Ordinal))
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
