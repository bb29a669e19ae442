using System.Globalization;
using GroomingSignals.Conversations;
using GroomingSignals.RulePacks.Yaml;
using GroomingSignals.Rules;

namespace GroomingSignals.RulePacks.Reading.Conditions;

/// <summary>Reads the conditions about who and when.</summary>
internal sealed class ContextConditionReader(PackScope scope)
{
    private static readonly Choices<AgeBand> Ages = Choices<AgeBand>.Of(Enum.GetValues<AgeBand>(), AgeBands.Name);

    private static readonly Choices<AgeProvenance> Provenances = Choices<AgeProvenance>.Of(Enum.GetValues<AgeProvenance>(), AgeBands.Name);

    public Condition? Read(string kind, YamlNode node)
    {
        if (scope.Values.Mapping(node, $"'{kind}'") is not { } mapping)
        {
            return null;
        }

        var fields = new Fields(mapping, scope.Values, $"'{kind}'");
        Condition? condition = kind switch
        {
            "speaker" => Participant(fields, true),
            "listener" => Participant(fields, false),
            "ageGap" => fields.NeededInteger("atLeast", 1, 100) is { } years ? new AgeGapCondition(years) : null,
            "firstContact" => FirstContact(fields),
            _ => TimeOfDay(fields),
        };
        fields.Done();
        return condition;
    }

    /// <summary>Reads a rule's own <c>speaker:</c> or <c>listener:</c>.</summary>
    public ParticipantCondition? ReadParticipant(string kind, YamlNode? node) =>
        node is null ? null : Read(kind, node) as ParticipantCondition;

    private ParticipantCondition? Participant(Fields fields, bool ofSpeaker)
    {
        var condition = new ParticipantCondition(ofSpeaker)
        {
            Ages = fields.ManyOf("age", Ages),
            Provenances = fields.ManyOf("provenance", Provenances),
            Roles = fields.Node("role") is null ? null : fields.Texts("role"),
            Initiator = fields.Flag("initiator"),
        };
        if (fields.Mapping.Entries.IsEmpty)
        {
            scope.Values.Error(DiagnosticIds.MissingField, fields.Mapping, "Ask for something: age, provenance, role or initiator.");
            return null;
        }

        return condition;
    }

    private FirstContactCondition? FirstContact(Fields fields)
    {
        int? messages = fields.Integer("messages", 1, 1_000_000);
        var time = fields.Node("time") is { } node ? scope.Values.Duration(node, "'time'") : null;
        if (fields.Mapping.Entries.IsEmpty)
        {
            scope.Values.Error(DiagnosticIds.MissingField, fields.Mapping, "'firstContact' needs 'messages', 'time' or both.");
        }

        return messages is null && time is null ? null : new FirstContactCondition(messages, time);
    }

    private TimeOfDayCondition? TimeOfDay(Fields fields)
    {
        var from = Time(fields.Needed("from"));
        var to = Time(fields.Needed("to"));
        var zone = fields.Node("zone");
        var offset = zone is null ? TimeSpan.Zero : Offset(zone);
        if (from is null || to is null || offset is null)
        {
            return null;
        }

        if (from == to)
        {
            scope.Values.Error(DiagnosticIds.Impossible, fields.Mapping, "The span of the day is empty: 'from' equals 'to'.");
            return null;
        }

        return new TimeOfDayCondition(from.Value, to.Value, offset.Value);
    }

    private TimeOnly? Time(YamlNode? node)
    {
        if (node is null)
        {
            return null;
        }

        if (node is YamlScalar scalar && TimeOnly.TryParseExact(scalar.Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        scope.Values.Error(DiagnosticIds.BadFormat, node, "A time of day is written \"22:00\", from \"00:00\" to \"23:59\".");
        return null;
    }

    private TimeSpan? Offset(YamlNode node)
    {
        string text = (node as YamlScalar)?.Value ?? "";
        if (text is "UTC")
        {
            return TimeSpan.Zero;
        }

        if (text.Length == 6 && text[0] is ('+' or '-')
            && TimeSpan.TryParseExact(text[1..], "hh\\:mm", CultureInfo.InvariantCulture, out var offset) && offset <= TimeSpan.FromHours(14))
        {
            return text[0] == '-' ? -offset : offset;
        }

        scope.Values.Error(DiagnosticIds.BadFormat, node, "A zone is UTC or an offset such as +02:00, at most 14 hours.");
        return null;
    }
}
