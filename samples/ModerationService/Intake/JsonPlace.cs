using System.Globalization;
using System.Text.RegularExpressions;

namespace ModerationService.Intake;

/// <summary>Where in a body something is wrong, in words of the service: a name that the client made up is never repeated.</summary>
/// <param name="Field">The field, as far as its names are known; empty for the body itself.</param>
/// <param name="IsKnown">False when the path goes on with a name that is not known there.</param>
/// <param name="Names">The names that are known there.</param>
internal sealed partial record JsonPlace(string Field, bool IsKnown, IReadOnlyList<string> Names)
{
    private static readonly string[] OfMessage = ["id", "sender", "time", "text", "tags", "sequence"];
    private static readonly string[] OfBody = [.. OfMessage, "participants", "messages"];
    private static readonly string[] OfParticipant = ["id", "age", "role"];
    private static readonly string[] OfAge = ["band", "provenance"];

    /// <summary>Reads a path of the JSON reader, such as <c>$.messages[1].time</c>.</summary>
    public static JsonPlace Of(string? path)
    {
        string[] names = OfBody;
        string rest = path?.TrimStart('$') ?? "";
        string field = "";
        while (Step().Match(rest) is { Success: true } step && (step.Groups["name"] is not { Success: true } name || names.Contains(name.Value, StringComparer.Ordinal)))
        {
            names = step.Groups["name"].Value switch
            {
                "" => names,
                "messages" => OfMessage,
                "participants" => OfParticipant,
                "age" => OfAge,
                _ => [],
            };
            field += step.Value;
            rest = rest[step.Length..];
        }

        return new JsonPlace(field.TrimStart('.'), rest.Length == 0, names);
    }

    /// <summary>A line and a byte within it, counted from 1; null when the reader does not say.</summary>
    public static string? Line(long? line, long? position) =>
        line is null ? null : string.Create(CultureInfo.InvariantCulture, $"Look at line {line + 1}, byte {position + 1}.");

    [GeneratedRegex(@"^(\.(?<name>[a-z]+)|\[[0-9]+\])(?=[.\[]|$)")]
    private static partial Regex Step();
}
