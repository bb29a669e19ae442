using System.Collections.Immutable;

namespace GroomingSignals.RulePacks.Templates;

/// <summary>Writes out all literals of a template, depth first, in one buffer: each literal is one string and nothing else is made.</summary>
internal sealed class TemplateExpander
{
    private readonly Func<string, ImmutableArray<Template>> _slots;
    private readonly ImmutableArray<string>.Builder _literals;
    private char[] _text = new char[256];
    private int _length;

    private TemplateExpander(Func<string, ImmutableArray<Template>> slots, int count)
    {
        _slots = slots;
        _literals = ImmutableArray.CreateBuilder<string>(Math.Min(count, Template.MaximumLiterals));
    }

    /// <summary>All literals in the order of the choices, with white space made single and trimmed.</summary>
    /// <param name="parts">The parts of the template.</param>
    /// <param name="slots">Gives the entries of a slot.</param>
    /// <param name="count">How many literals there will be.</param>
    public static ImmutableArray<string> Expand(ImmutableArray<TemplatePart> parts, Func<string, ImmutableArray<Template>> slots, int count)
    {
        var expander = new TemplateExpander(slots, count);
        expander.Row(parts, 0, null);
        return expander._literals.DrainToImmutable();
    }

    /// <summary>Writes the parts from one on, and then what follows them.</summary>
    private void Row(ImmutableArray<TemplatePart> parts, int at, Rest? rest)
    {
        if (at == parts.Length)
        {
            if (rest is null)
            {
                Take();
            }
            else
            {
                Row(rest.Parts, rest.At, rest.Next);
            }

            return;
        }

        int length = _length;
        switch (parts[at])
        {
            case TextPart text:
                Append(text.Text);
                Row(parts, at + 1, rest);
                break;
            case ChoicePart choice:
                var afterChoice = new Rest(parts, at + 1, rest);
                foreach (var branch in choice.Branches)
                {
                    Row(branch, 0, afterChoice);
                }

                break;
            case SlotPart slot:
                var afterSlot = new Rest(parts, at + 1, rest);
                foreach (var entry in _slots(slot.Name))
                {
                    Row(entry.Parts, 0, afterSlot);
                }

                break;
        }

        _length = length;
    }

    private void Append(string text)
    {
        if (_length + text.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + text.Length));
        }

        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private void Take()
    {
        Span<char> literal = _length <= 256 ? stackalloc char[_length] : new char[_length];
        int length = 0;
        bool space = false;
        foreach (char c in _text.AsSpan(0, _length))
        {
            if (char.IsWhiteSpace(c))
            {
                space = length > 0;
                continue;
            }

            if (space)
            {
                literal[length++] = ' ';
                space = false;
            }

            literal[length++] = c;
        }

        _literals.Add(literal[..length].ToString());
    }

    private sealed record Rest(ImmutableArray<TemplatePart> Parts, int At, Rest? Next);
}
