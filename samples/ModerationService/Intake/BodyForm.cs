using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ModerationService.Problems;

namespace ModerationService.Intake;

/// <summary>What a body says that it is. Only JSON in UTF-8 is read, and not compressed.</summary>
internal static class BodyForm
{
    private const string Json = "application/json";
    private const string Utf8Json = "application/json; charset=utf-8";
    private const string Utf8 = "utf-8";

    /// <summary>No registered name, but what many clients say.</summary>
    private const string Utf8WithoutHyphen = "utf8";

    /// <summary>The last other way of saying the same: clients say what they say each time, and it is parsed once.</summary>
    private static volatile string? _alsoGood;

    /// <exception cref="RequestException">The body is in another form.</exception>
    public static void Check(HttpRequest request)
    {
        string? type = request.ContentType;
        if (type is not (Json or Utf8Json) && (type is null || !string.Equals(type, _alsoGood, StringComparison.Ordinal)))
        {
            CheckType(type);
            _alsoGood = type;
        }

        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && !string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase))
        {
            throw new RequestException(Problem.BadEncoding);
        }
    }

    private static void CheckType(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase))
        {
            throw new RequestException(Problem.NotJson);
        }

        if (type.Charset.HasValue && !IsUtf8(HeaderUtilities.RemoveQuotes(type.Charset)))
        {
            throw new RequestException(Problem.BadCharset);
        }
    }

    private static bool IsUtf8(StringSegment charset) =>
        charset.Equals(Utf8, StringComparison.OrdinalIgnoreCase) || charset.Equals(Utf8WithoutHyphen, StringComparison.OrdinalIgnoreCase);
}
