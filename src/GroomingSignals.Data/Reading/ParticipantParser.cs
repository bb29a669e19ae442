using System.Text.Json;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Reading;

/// <summary>The participants of a conversation in JSON.</summary>
/// <param name="fields">The line in hand.</param>
/// <param name="labels">Where labels go; null to pass over them.</param>
internal sealed class ParticipantParser(JsonFields fields, LabelParser? labels)
{
    public bool TryRead(ref Utf8JsonReader reader, out List<Participant> participants)
    {
        participants = [];
        if (!fields.EnterArray(ref reader, "participants", out bool entered))
        {
            return false;
        }

        HashSet<string> ids = new(StringComparer.Ordinal);
        while (entered && JsonFields.NextElement(ref reader))
        {
            string place = JsonFields.Place("participants", participants.Count);
            Participant? participant = ReadParticipant(ref reader, place);
            if (participant is null)
            {
                return false;
            }

            if (!ids.Add(participant.Id))
            {
                return fields.Fail($"{place}: participant {Quoted.Of(participant.Id)} is listed twice");
            }

            participants.Add(participant);
        }

        return true;
    }

    private Participant? ReadParticipant(ref Utf8JsonReader reader, string place)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return fields.Fail<Participant>($"{place} must be an object");
        }

        string? id = null;
        string? role = null;
        bool? label = null;
        AgeBand band = AgeBand.Unknown;
        AgeProvenance provenance = AgeProvenance.Unknown;
        while (JsonFields.NextProperty(ref reader))
        {
            bool valid = true;
            if (JsonText.Is(in reader, "id"u8))
            {
                valid = fields.ReadId(ref reader, $"{place}.id", isSender: true, out id);
            }
            else if (JsonText.Is(in reader, "age"u8))
            {
                valid = ReadAge(ref reader, $"{place}.age", out band, out provenance);
            }
            else if (JsonText.Is(in reader, "role"u8))
            {
                valid = fields.ReadString(ref reader, $"{place}.role", out role);
            }
            else if (labels is not null && JsonText.Is(in reader, "label"u8))
            {
                valid = labels.TryReadLabel(ref reader, $"{place}.label", out label);
            }
            else
            {
                JsonFields.Pass(ref reader);
            }

            if (!valid)
            {
                return null;
            }
        }

        if (id is null)
        {
            return fields.Fail<Participant>($"{place}.id is missing or empty");
        }

        labels?.OfParticipant(id, label);
        return new Participant { Id = id, Age = band, Provenance = provenance, Role = role };
    }

    private bool ReadAge(ref Utf8JsonReader reader, string place, out AgeBand band, out AgeProvenance provenance)
    {
        band = AgeBand.Unknown;
        provenance = AgeProvenance.Unknown;
        if (!fields.EnterObject(ref reader, place, out bool entered))
        {
            return false;
        }

        while (entered && JsonFields.NextProperty(ref reader))
        {
            bool isBand = JsonText.Is(in reader, "band"u8);
            if (!isBand && !JsonText.Is(in reader, "provenance"u8))
            {
                JsonFields.Pass(ref reader);
                continue;
            }

            if (!fields.ReadString(ref reader, isBand ? $"{place}.band" : $"{place}.provenance", out string? name))
            {
                return false;
            }

            if (isBand && !AgeBands.TryParse(name ?? "unknown", out band))
            {
                return fields.Fail($"{place}.band: {Quoted.Of(name!)} is not an age band (unknown, under13, 13-15, 16-17, adult)");
            }

            if (!isBand && !AgeBands.TryParse(name ?? "unknown", out provenance))
            {
                return fields.Fail($"{place}.provenance: {Quoted.Of(name!)} is not a provenance (unknown, inferred, declared, verified)");
            }
        }

        return true;
    }
}
