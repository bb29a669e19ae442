using System.Text;
using Microsoft.AspNetCore.Http.Features;
using ModerationService.Problems;

namespace ModerationService.Intake;

/// <summary>
/// The id in <c>/v1/(what)/(id)</c>. The server leaves an escaped slash as it is, and an escape that means nothing too, which would then be the same as
/// the id that is spelt like it. So an id in which a '%' is left is read from what the client wrote.
/// </summary>
internal static class PathId
{
    private const int Place = 3;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="RequestException">The id is not escaped as it has to be.</exception>
    public static string Of(HttpContext context)
    {
        string id = (string)context.Request.RouteValues["id"]!;
        return id.Contains('%', StringComparison.Ordinal) ? AsWritten(context) : id;
    }

    private static string AsWritten(HttpContext context)
    {
        string[] parts = PathOf(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget).Split('/');

        // The server takes '.' and '..' out of a path: then another part may stand in the place of the id.
        if (parts.Length != context.Request.Path.Value!.Split('/').Length)
        {
            throw new RequestException(Problem.BadId);
        }

        return Unescape(parts[Place]);
    }

    /// <summary>The path of a target, which may be a whole address.</summary>
    private static string PathOf(string target)
    {
        string path = target.Split('?')[0];
        return path.StartsWith('/') ? path : path[path.IndexOf('/', path.IndexOf("://", StringComparison.Ordinal) + 3)..];
    }

    private static string Unescape(string part)
    {
        byte[] bytes = new byte[part.Length];
        int length = 0;
        for (int i = 0; i < part.Length; i++)
        {
            if (part[i] != '%')
            {
                bytes[length++] = char.IsAscii(part[i]) ? (byte)part[i] : throw new RequestException(Problem.BadId);
            }
            else if (i + 2 < part.Length && char.IsAsciiHexDigit(part[i + 1]) && char.IsAsciiHexDigit(part[i + 2]))
            {
                bytes[length++] = Convert.FromHexString(part.AsSpan(i + 1, 2))[0];
                i += 2;
            }
            else
            {
                throw new RequestException(Problem.BadId);
            }
        }

        try
        {
            return Strict.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            throw new RequestException(Problem.BadId);
        }
    }
}
