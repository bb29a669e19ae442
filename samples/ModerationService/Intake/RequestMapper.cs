using System.Globalization;
using GroomingSignals.Conversations;
using GroomingSignals.Hosting;
using ModerationService.Problems;

namespace ModerationService.Intake;

/// <summary>Turns requests into messages, and refuses what would be misread.</summary>
internal sealed class RequestMapper(TimeProvider time, ServiceOptions options)
{
    /// <exception cref="RequestException">The message is not usable.</exception>
    public IncomingMessage Message(MessageRequest request, int? index = null)
    {
        if (string.IsNullOrEmpty(request.Sender))
        {
            throw Bad("no-sender", index, "has no 'sender'.");
        }

        if (request.Sequence < 0)
        {
            throw Bad("bad-sequence", index, "has a negative 'sequence'.");
        }

        if (index is not null && (request.Messages is not null || request.Participants is not null))
        {
            throw Bad("bad-batch", index, "holds 'messages' or 'participants'; they stand beside the batch.");
        }

        if (request.Text is null && request.Tags is not { Length: > 0 })
        {
            throw Bad("no-text", index, "has neither 'text' nor 'tags'.");
        }

        if (request.Time is { } sent && sent.Time - time.GetUtcNow() > options.ClockSkew)
        {
            throw Bad("clock-skew", index, string.Create(
                CultureInfo.InvariantCulture, $"was sent more than {options.ClockSkew.TotalSeconds} seconds after now, by the clock of the service."));
        }

        return new IncomingMessage(
            new Message
            {
                Id = request.Id,
                Sender = request.Sender,
                Text = request.Text ?? "",
                Time = request.Time?.Time,
                TimeOffsetAssumed = request.Time?.OffsetAssumed ?? false,
                Tags = Tags(request.Tags, index),
            },
            request.Sequence);
    }

    /// <exception cref="RequestException">There is no message in the batch, or one is not usable.</exception>
    public IncomingMessage[] Batch(MessageRequest request)
    {
        if (request is not { Id: null, Sender: null, Text: null, Time: null, Tags: null, Sequence: null })
        {
            throw new RequestException(Problem.Bad("bad-batch", "The body is one message and holds 'messages' too: one or the other."));
        }

        var messages = new IncomingMessage[request.Messages!.Length];
        for (int i = 0; i < messages.Length; i++)
        {
            messages[i] = request.Messages[i] is { } message ? Message(message, i) : throw Bad("bad-batch", i, "is null.");
        }

        return messages;
    }

    /// <exception cref="RequestException">An age is none.</exception>
    public static Participant[]? Participants(ParticipantRequest[]? requests)
    {
        if (requests is null)
        {
            return null;
        }

        var participants = new Participant[requests.Length];
        for (int i = 0; i < requests.Length; i++)
        {
            participants[i] = Participant(requests[i], i);
        }

        return participants;
    }

    private static Participant Participant(ParticipantRequest? request, int index)
    {
        if (string.IsNullOrEmpty(request?.Id))
        {
            throw new RequestException(Problem.Bad("bad-participant", Named("participants", index, "has no 'id'.")));
        }

        if (!AgeBands.TryParse(request.Age?.Band ?? "unknown", out AgeBand band))
        {
            throw new RequestException(Problem.Bad(
                "bad-age-band", Named("participants", index, "has an age band that does not exist."), "The bands are under13, 13-15, 16-17, adult and unknown."));
        }

        if (!AgeBands.TryParse(request.Age?.Provenance ?? "unknown", out AgeProvenance provenance))
        {
            throw new RequestException(Problem.Bad(
                "bad-age-provenance", Named("participants", index, "has a provenance of age that does not exist."), "They are verified, declared, inferred and unknown."));
        }

        return new Participant { Id = request.Id, Age = band, Provenance = provenance, Role = request.Role };
    }

    /// <summary>A tag that this version does not know is stated in the assessment.</summary>
    private static MessageTags Tags(string[]? names, int? index)
    {
        var tags = MessageTags.None;
        foreach (string? name in names ?? [])
        {
            if (name is null)
            {
                throw Bad("bad-tag", index, "has a tag that is null.");
            }

            tags |= MessageTagNames.TryParse(name, out var tag) ? tag : MessageTags.Other;
        }

        return tags;
    }

    private static RequestException Bad(string code, int? index, string what) =>
        new(Problem.Bad(code, index is { } i ? Named("messages", i, what) : $"The message {what}"));

    private static string Named(string list, int index, string what) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}] {what}");
}
