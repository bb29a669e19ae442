using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ModerationService.Problems;

namespace ModerationService.Intake;

/// <summary>Reads the body of an append. What is wrong with it is told by place; nothing of the body is quoted.</summary>
internal static class RequestReader
{
    /// <summary>Reads the whole body.</summary>
    /// <exception cref="RequestException">The body is not what it has to be.</exception>
    public static async ValueTask<MessageRequest> ReadAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(context.RequestAborted);
            if (result.IsCompleted)
            {
                try
                {
                    return Parse(result.Buffer);
                }
                finally
                {
                    reader.AdvanceTo(result.Buffer.End);
                }
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
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
        try
        {
            return JsonSerializer.Deserialize(body, ServiceJson.Default.MessageRequest) ?? throw NoObject();
        }
        catch (JsonException e)
        {
            throw new RequestException(Problem.Bad("bad-json", "The body is not the JSON that is expected.", e.LineNumber is { } line
                ? string.Create(CultureInfo.InvariantCulture, $"Look at line {line + 1}, byte {e.BytePositionInLine + 1}: not JSON, a field that is not known or stands twice, or a value of the wrong kind.")
                : "Something in it is not JSON, not known, or of the wrong kind."));
        }
        catch (InvalidOperationException)
        {
            throw new RequestException(Problem.Bad("bad-json", "An id or a name is not well-formed Unicode."));
        }
    }

    private static RequestException NoObject() => new(Problem.Bad("bad-json", "The body is null; an object is expected."));
}
