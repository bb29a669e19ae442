using System.Collections.Immutable;
using GroomingSignals.Conversations;
using GroomingSignals.RulePacks.Reading;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Testing;

/// <summary>Reads <c>participants:</c> of tests.</summary>
internal sealed class CastReader(ValueReader values)
{
    private static readonly Choices<AgeBand> Ages = Choices<AgeBand>.Of(Enum.GetValues<AgeBand>(), AgeBands.Name);

    private static readonly Choices<AgeProvenance> Provenances = Choices<AgeProvenance>.Of(Enum.GetValues<AgeProvenance>(), AgeBands.Name);

    /// <summary>Who speaks in a file that lists nobody: an adult and a child, by their declared ages.</summary>
    public static ImmutableArray<Participant> Default { get; } =
    [
        new() { Id = "a", Age = AgeBand.Adult, Provenance = AgeProvenance.Declared },
        new() { Id = "b", Age = AgeBand.From13To15, Provenance = AgeProvenance.Declared },
    ];

    public ImmutableArray<Participant> Read(YamlNode? node)
    {
        var cast = ImmutableArray.CreateBuilder<Participant>();
        foreach (var item in node is null ? [] : values.Items(node, "'participants'"))
        {
            if (values.Mapping(item, "A participant") is not { } mapping)
            {
                continue;
            }

            var fields = new Fields(mapping, values, "A participant");
            string? id = fields.NeededText("id");
            var age = fields.OneOf("age", Ages) ?? AgeBand.Unknown;
            var provenance = fields.OneOf("provenance", Provenances) ?? (age == AgeBand.Unknown ? AgeProvenance.Unknown : AgeProvenance.Declared);
            string? role = fields.Text("role");
            fields.Done();
            if (id is not null && cast.Any(p => string.Equals(p.Id, id, StringComparison.Ordinal)))
            {
                values.Error(DiagnosticIds.RepeatedParticipant, fields.Node("id")!, $"The participant '{id}' is listed twice.");
            }
            else if (id is not null)
            {
                cast.Add(new Participant { Id = id, Age = age, Provenance = provenance, Role = role });
            }
        }

        return cast.DrainToImmutable();
    }

    /// <summary>Reports a name that nobody of the cast has.</summary>
    public static void CheckKnown(ValueReader values, YamlNode at, string id, ImmutableArray<Participant> cast)
    {
        if (!cast.Any(p => string.Equals(p.Id, id, StringComparison.Ordinal)))
        {
            values.Error(DiagnosticIds.UnknownParticipant, at, $"No participant is called '{id}'.{Suggestion.For(id, cast.Select(p => p.Id))}");
        }
    }
}
