using System.Net;

namespace ModerationService.Tests;

/// <summary>Compares every request that is taken, and every answer of every test, with the OpenAPI document.</summary>
internal sealed class ContractHandler(ApiContract contract) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string path = request.RequestUri!.AbsolutePath;
        string sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        if (!IsDescribed(path, response))
        {
            return response;
        }

        await response.Content.LoadIntoBufferAsync(cancellationToken);
        string body = await response.Content.ReadAsStringAsync(cancellationToken);
        bool isHead = request.Method == HttpMethod.Head;
        var operation = contract.Operation(isHead ? "GET" : request.Method.Method, path) ?? throw new InvalidOperationException($"The document has no {request.Method} {path}.");
        string? mediaType = response.Content.Headers.ContentType?.MediaType;
        var problems = isHead ? ApiContract.HeadProblems(operation, response.StatusCode, mediaType, body) : contract.Problems(operation, response.StatusCode, mediaType, body);
        if (response.StatusCode == HttpStatusCode.OK && operation.TryGetProperty("requestBody", out _))
        {
            problems = [.. problems, .. contract.RequestProblems(operation, sent)];
        }

        return problems.Count == 0
            ? response
            : throw new InvalidOperationException($"{request.Method} {path} is not as the document says: {string.Join("; ", problems)}. Answer: {(int)response.StatusCode} {body}");
    }

    /// <summary>The page and the document itself are no part of the API; nor is what the router refuses, since no operation does.</summary>
    private static bool IsDescribed(string path, HttpResponseMessage response) =>
        !(path is "/" or "/page.css" or "/page.js" || path.StartsWith("/openapi/", StringComparison.Ordinal))
        && response.StatusCode != HttpStatusCode.MethodNotAllowed
        && !(response.StatusCode == HttpStatusCode.NotFound && path.StartsWith("/v2/", StringComparison.Ordinal));
}
