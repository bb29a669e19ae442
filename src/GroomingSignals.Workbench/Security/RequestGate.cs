using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace GroomingSignals.Workbench.Security;

/// <summary>
/// Lets a request through when it comes from this machine, to this machine by name, with the token, and from no other page. A page that some site has open
/// in the same browser can reach loopback: the token keeps it from reading, the Host check from re-binding a name, the Origin check from writing.
/// </summary>
internal sealed class RequestGate(AccessToken token)
{
    private static readonly string[] OwnNames = ["127.0.0.1", "localhost"];

    /// <summary>The status to refuse with, or the rest of the path after the token.</summary>
    public (int Status, string Path) Check(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote) || !IsOwnHost(request, context.Connection.LocalPort))
        {
            return (StatusCodes.Status421MisdirectedRequest, "");
        }

        if (!IsSameOrigin(request))
        {
            return (StatusCodes.Status403Forbidden, "");
        }

        // An address without the token, or with a wrong one, is a place where nothing is.
        ReadOnlySpan<char> path = request.Path.Value.AsSpan().TrimStart('/');
        int slash = path.IndexOf('/');
        return slash < 0 || !token.Is(path[..slash]) ? (StatusCodes.Status404NotFound, "") : (StatusCodes.Status200OK, path[(slash + 1)..].ToString());
    }

    private static bool IsOwnHost(HttpRequest request, int port) =>
        OwnNames.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase) && request.Host.Port == port;

    /// <summary>Whatever writes must say where it comes from; whatever says so must come from here.</summary>
    private static bool IsSameOrigin(HttpRequest request)
    {
        string? site = request.Headers["Sec-Fetch-Site"];
        if (site is not (null or "same-origin" or "none"))
        {
            return false;
        }

        string? origin = request.Headers.Origin;
        return origin is null
            ? HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            : string.Equals(origin, UriHelper.BuildAbsolute(request.Scheme, request.Host).TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
    }
}
