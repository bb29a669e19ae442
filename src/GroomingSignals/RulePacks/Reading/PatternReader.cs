using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GroomingSignals.Matching;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>Reads <c>patterns:</c>.</summary>
/// <param name="scope">The pack.</param>
/// <param name="isTried">True when its expressions are known to run: trying them takes longer than reading all else of them.</param>
internal sealed class PatternReader(PackScope scope, bool isTried)
{
    internal const int MaximumLength = 500;

    /// <summary>Texts on which an expression that can match nothing shows it.</summary>
    private static readonly string[] Probes = ["", "a", "a b", "0", " ", "-a\n1"];

    public void Read(YamlEntry entry)
    {
        bool defined = scope.Define(entry.Key, "pattern");
        if (scope.Values.Mapping(entry.Value, $"pattern '{entry.Name}'") is not { } mapping)
        {
            return;
        }

        var fields = new Fields(mapping, scope.Values, $"pattern '{entry.Name}'");
        fields.Text("description");
        var regexNode = fields.Needed("regex");
        string? regex = regexNode is null ? null : scope.Values.Text(regexNode, "'regex'");
        var anchorNode = fields.Needed("anchor");
        var words = anchorNode is null || IsDigit(anchorNode) ? [] : Words(anchorNode);
        fields.Done();
        if (regexNode is null || regex is null || anchorNode is null || !(isTried || Check(regexNode, regex)) || !defined)
        {
            return;
        }

        var cue = new PatternCue($"{scope.Contents.Id}/{entry.Name}", regex) { AnchorDigit = IsDigit(anchorNode), AnchorWords = words };
        scope.Contents.Cues.Add(entry.Name, new PatternDeclaration(entry.Name, entry.Key.Position, cue));
    }

    private bool Check(YamlNode node, string text)
    {
        if (text.Length > MaximumLength)
        {
            scope.Values.Error(DiagnosticIds.PatternSyntax, node, "An expression has at most 500 characters.");
            return false;
        }

        try
        {
            var regex = new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            if (Array.Exists(Probes, probe => regex.Match(probe) is { Success: true, Length: 0 }))
            {
                scope.Values.Error(DiagnosticIds.PatternEmpty, node, "The expression matches the empty string: it would match everywhere.");
                return false;
            }

            return true;
        }
        catch (NotSupportedException)
        {
            scope.Values.Error(DiagnosticIds.PatternSyntax, node, "The expression cannot run non-backtracking: no look-arounds, back-references, atomic groups or conditionals, and no large repetitions.");
        }
        catch (RegexParseException e)
        {
            scope.Values.Error(DiagnosticIds.PatternSyntax, node, string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"Not a regular expression at its character {e.Offset + 1}: {e.Error}."));
        }
        catch (RegexMatchTimeoutException)
        {
            scope.Values.Error(DiagnosticIds.PatternSyntax, node, "The expression is too slow.");
        }

        return false;
    }

    private ImmutableArray<string> Words(YamlNode node)
    {
        const string advice = "An anchor is 'digit', or a list of plain words (letters and digits), one of which must stand near.";
        if (node is not YamlSequence list || list.Items.IsEmpty)
        {
            scope.Values.Error(DiagnosticIds.PatternAnchor, node, advice);
            return [];
        }

        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var item in list.Items)
        {
            if (item is YamlScalar { Value.Length: > 0 } scalar && scalar.Value.All(char.IsLetterOrDigit))
            {
                words.Add(scalar.Value);
            }
            else
            {
                scope.Values.Error(DiagnosticIds.PatternAnchor, item, advice);
            }
        }

        return words.DrainToImmutable();
    }

    private static bool IsDigit(YamlNode node) => node is YamlScalar { Value: "digit" };
}
