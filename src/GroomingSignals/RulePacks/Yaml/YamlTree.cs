using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GroomingSignals.RulePacks.Yaml;

/// <summary>Reads a YAML file into nodes from the parser's events: no type is ever chosen by the file, and trimming is safe.</summary>
internal sealed class YamlTree
{
    internal const int MaximumDepth = 32;
    internal const int MaximumNodes = 200_000;
    internal const int MaximumBytes = 8 * 1024 * 1024;

    private readonly string _file;
    private readonly Diagnostics _diagnostics;
    private readonly Parser _parser;
    private int _nodes;

    private YamlTree(string text, string file, Diagnostics diagnostics)
    {
        _file = file;
        _diagnostics = diagnostics;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The root of the only document; null when the file could not be read, which the diagnostics then say.</summary>
    public static YamlNode? Read(string text, string file, Diagnostics diagnostics)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(text) > MaximumBytes)
        {
            diagnostics.Error(DiagnosticIds.Unreadable, SourcePosition.Whole(file), "The file is larger than 8 MiB. Split it.");
            return null;
        }

        try
        {
            return new YamlTree(text, file, diagnostics).Document();
        }
        catch (YamlException e)
        {
            diagnostics.Error(DiagnosticIds.YamlSyntax, At(file, e.Start), "Not valid YAML here. Quote values that begin with one of { [ & * ! | > % @ ` or hold \": \".");
            return null;
        }
    }

    private YamlNode? Document()
    {
        Next<StreamStart>();
        if (_parser.Current is StreamEnd)
        {
            _diagnostics.Error(DiagnosticIds.DocumentCount, SourcePosition.Whole(_file), "The file is empty.");
            return null;
        }

        Next<DocumentStart>();
        var root = Node(0);
        if (root is null)
        {
            return null;
        }

        Next<DocumentEnd>();
        if (_parser.Current is DocumentStart second)
        {
            _diagnostics.Error(DiagnosticIds.DocumentCount, At(_file, second.Start), "A file holds one document: remove the second.");
            return null;
        }

        return root;
    }

    private YamlNode? Node(int depth)
    {
        var current = _parser.Current!;
        var at = At(_file, current.Start);
        if (depth > MaximumDepth || ++_nodes > MaximumNodes)
        {
            _diagnostics.Error(DiagnosticIds.YamlTooLarge, at, "A file may be nested 32 deep and hold 200,000 values.");
            return null;
        }

        if (current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
        {
            _diagnostics.Error(DiagnosticIds.YamlFeature, at, "Anchors (&), aliases (*) and tags (!) are not part of the language. Quote a value that begins so.");
            return null;
        }

        Advance();
        switch (current)
        {
            case Scalar scalar:
                return new YamlScalar(at, scalar.Value, scalar.Style == ScalarStyle.Plain);
            case SequenceStart:
                return Sequence(at, depth);
            default:
                return Mapping(at, depth);
        }
    }

    private YamlSequence? Sequence(SourcePosition at, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (_parser.Current is not SequenceEnd)
        {
            if (Node(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        Advance();
        return new YamlSequence(at, items.DrainToImmutable());
    }

    private YamlMapping? Mapping(SourcePosition at, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (_parser.Current is not MappingEnd)
        {
            if (Node(depth + 1) is not { } key || Node(depth + 1) is not { } value)
            {
                return null;
            }

            if (key is not YamlScalar name)
            {
                _diagnostics.Error(DiagnosticIds.WrongShape, key.Position, "A key is a single value. Quote a phrase that begins with { or [.");
            }
            else if (!names.Add(name.Value))
            {
                _diagnostics.Error(DiagnosticIds.DuplicateKey, key.Position, $"'{name.Value}' stands twice in this mapping.");
            }
            else
            {
                entries.Add(new YamlEntry(name, value));
            }
        }

        Advance();
        return new YamlMapping(at, entries.DrainToImmutable());
    }

    private void Next<T>()
        where T : ParsingEvent
    {
        if (_parser.Current is null)
        {
            Advance();
        }

        if (_parser.Current is T)
        {
            Advance();
        }
    }

    /// <summary>The scanner says some damage by other exceptions than its own; it is then near the last part that was read.</summary>
    private void Advance()
    {
        var last = _parser.Current?.End ?? new Mark();
        try
        {
            if (!_parser.MoveNext())
            {
                throw new YamlException(last, last, "The file ends too early.");
            }
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw new YamlException(last, last, "Not valid YAML.", e);
        }
    }

    private static SourcePosition At(string file, Mark mark) => new(file, (int)mark.Line, (int)mark.Column);
}
