using System.Net;
using System.Text.Json;

namespace ModerationService.Tests;

/// <summary>What every refusal has to be: a problem with its status and code that quotes nothing of what was sent.</summary>
internal static class Refused
{
    public const string Canary = "canary-8f3a";

    public const string Good = """{"id":"m1","sender":"a","text":"hello"}""";

    public static async Task Problem(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(status, "{0}", body);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = JsonElement.Parse(body);
        problem.GetProperty("code").GetString().Should().Be(code);
        problem.GetProperty("status").GetInt32().Should().Be((int)status);
        problem.GetProperty("type").GetString().Should().EndWith(code);
        problem.GetProperty("title").GetString().Should().NotBeNullOrEmpty();
        body.Should().NotContain(Canary);
    }
}
