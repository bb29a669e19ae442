using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using ModerationService.Problems;

namespace ModerationService.Intake;

/// <summary>Reads the body of an append. What is wrong with it is told by place; nothing of the body is quoted.</summary>
internal static class RequestReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the whole body.</summary>
    /// <exception cref="RequestException">The body is not what it has to be.</exception>
    public static ValueTask<MessageRequest> ReadAsync(HttpContext context)
    {
        // Most bodies are short and come with their headers: there is nothing to wait for then, nor need anybody watch whether the client goes away.
        var reader = context.Request.BodyReader;
        if (reader.TryRead(out var result))
        {
            if (result.IsCompleted)
            {
                return ValueTask.FromResult(Parse(reader, result.Buffer));
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }

        return WaitAsync(reader, context.RequestAborted);
    }

    private static async ValueTask<MessageRequest> WaitAsync(PipeReader reader, CancellationToken aborted)
    {
        while (true)
        {
            var result = await reader.ReadAsync(aborted);
            if (result.IsCompleted)
            {
                return Parse(reader, result.Buffer);
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static MessageRequest Parse(PipeReader reader, in ReadOnlySequence<byte> body)
    {
        try
        {
            return Parse(body);
        }
        finally
        {
            reader.AdvanceTo(body.End);
        }
    }

    private static MessageRequest Parse(in ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment)
        {
            return Parse(body.FirstSpan);
        }

        byte[] whole = ArrayPool<byte>.Shared.Rent((int)body.Length);
        var used = whole.AsSpan(0, (int)body.Length);
        try
        {
            body.CopyTo(used);
            return Parse(used);
        }
        finally
        {
            used.Clear();
            ArrayPool<byte>.Shared.Return(whole);
        }
    }

    private static MessageRequest Parse(ReadOnlySpan<byte> body)
    {
        body = body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;
        try
        {
            return PlainMessage.TryRead(body) ?? JsonSerializer.Deserialize(body, ServiceJson.Default.MessageRequest) ?? throw NoObject();
        }
        catch (JsonException e)
        {
            throw new RequestException(ProblemOf(e));
        }
        catch (InvalidOperationException)
        {
            throw new RequestException(Problem.Bad("bad-json", "An id or a name is not well-formed Unicode."));
        }
    }

    private static Problem ProblemOf(JsonException exception)
    {
        string? line = JsonPlace.Line(exception.LineNumber, exception.BytePositionInLine);
        if (exception.InnerException is JsonException)
        {
            return Problem.Bad("bad-json", "The body is not JSON.", line);
        }

        var place = JsonPlace.Of(exception.Path);
        return place switch
        {
            { IsKnown: false } => Problem.Bad(
                "bad-json", $"{(place.Field.Length == 0 ? "The body" : $"'{place.Field}'")} holds a field that is not known.", $"Known are {string.Join(", ", place.Names)}. {line}"),
            { Field: "" } => Problem.Bad("bad-json", "The body must be an object.", line),
            _ when string.Equals(exception.Message, SentTimeConverter.NoTime, StringComparison.Ordinal) =>
                Problem.Bad("bad-time", $"'{place.Field}' is no time.", $"Write it in ISO 8601, best as 2026-01-31T18:05:07Z or with an offset; a date alone, and a time without an offset, count as UTC. {line}"),
            _ => Problem.Bad("bad-json", $"'{place.Field}' is not usable.", $"It is of the wrong kind, not well-formed Unicode, or stands twice. {line}"),
        };
    }

    private static RequestException NoObject() => new(Problem.Bad("bad-json", "The body must be an object."));
}
