using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace GroomingSignals.RulePacks.Templates;

/// <summary>Reads <c>(a|b|)</c>, <c>{slot}</c> and <c>\</c> escapes.</summary>
internal sealed class TemplateParser
{
    internal const int MaximumLength = 2_000;
    internal const int MaximumDepth = 16;

    private readonly string _phrase;
    private int _at;
    private TemplateProblem? _problem;

    private TemplateParser(string phrase) => _phrase = phrase;

    /// <summary>Reads a phrase.</summary>
    /// <param name="phrase">The phrase as written.</param>
    /// <param name="template">The template when it is well-formed.</param>
    /// <param name="problem">What is wrong when it is not.</param>
    public static bool TryParse(string phrase, [NotNullWhen(true)] out Template? template, [NotNullWhen(false)] out TemplateProblem? problem)
    {
        template = null;
        if (phrase.Length > MaximumLength)
        {
            problem = new TemplateProblem(0, "A phrase has at most 2,000 characters: write several.");
            return false;
        }

        var parser = new TemplateParser(phrase);
        var parts = parser.Row(0);
        problem = parser._problem;
        if (problem is null && parser._at < phrase.Length)
        {
            problem = phrase[parser._at] == '|'
                ? new TemplateProblem(parser._at, "'|' stands outside a choice: put the choice in ( ), or write \\|.")
                : new TemplateProblem(parser._at, "')' closes nothing: remove it, or write \\).");
        }

        if (problem is not null)
        {
            return false;
        }

        template = new Template(parts);
        return true;
    }

    private ImmutableArray<TemplatePart> Row(int depth)
    {
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        var text = new StringBuilder();
        while (_problem is null && _at < _phrase.Length && _phrase[_at] is not ('|' or ')'))
        {
            char c = _phrase[_at];
            if (c is not ('(' or '{'))
            {
                Character(c, text);
                continue;
            }

            Flush(text, parts);
            if (c == '(')
            {
                Choice(depth, parts);
            }
            else
            {
                Slot(parts);
            }
        }

        Flush(text, parts);
        return parts.DrainToImmutable();
    }

    private void Character(char c, StringBuilder text)
    {
        if (c == '}')
        {
            Fail(_at, "'}' closes nothing: remove it, or write \\}.");
            return;
        }

        if (c != '\\')
        {
            text.Append(c);
            _at++;
            return;
        }

        if (_at + 1 == _phrase.Length || !"(){}|\\".Contains(_phrase[_at + 1], StringComparison.Ordinal))
        {
            Fail(_at, "'\\' stands only before one of ( ) | { } \\.");
            return;
        }

        text.Append(_phrase[_at + 1]);
        _at += 2;
    }

    private void Choice(int depth, ImmutableArray<TemplatePart>.Builder parts)
    {
        int open = _at;
        if (depth == MaximumDepth)
        {
            Fail(open, "Choices nest at most 16 deep.");
            return;
        }

        var branches = ImmutableArray.CreateBuilder<ImmutableArray<TemplatePart>>();
        do
        {
            _at++;
            branches.Add(Row(depth + 1));
        }
        while (_problem is null && _at < _phrase.Length && _phrase[_at] == '|');

        if (_problem is null && _at == _phrase.Length)
        {
            Fail(open, "'(' is never closed: add ')', or write \\(.");
        }

        _at++;
        parts.Add(new ChoicePart(branches.DrainToImmutable()));
    }

    private void Slot(ImmutableArray<TemplatePart>.Builder parts)
    {
        int open = _at;
        int close = _phrase.IndexOf('}', open);
        if (close < 0)
        {
            Fail(open, "'{' is never closed: add '}', or write \\{.");
            return;
        }

        string name = _phrase[(open + 1)..close].Trim();
        if (name.Length == 0)
        {
            Fail(open, "'{}' names no slot.");
            return;
        }

        parts.Add(new SlotPart(name, open));
        _at = close + 1;
    }

    private void Fail(int offset, string message) => _problem ??= new TemplateProblem(offset, message);

    private static void Flush(StringBuilder text, ImmutableArray<TemplatePart>.Builder parts)
    {
        if (text.Length > 0)
        {
            parts.Add(new TextPart(text.ToString()));
            text.Clear();
        }
    }
}
