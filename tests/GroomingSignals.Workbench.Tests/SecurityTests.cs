using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using GroomingSignals.Workbench.Assets;

namespace GroomingSignals.Workbench.Tests;

public sealed class SecurityTests : IAsyncLifetime
{
    private const string Queue = """{"thresholds":null,"filter":null,"offset":0,"count":1}""";

    private OpenWorkbench _open = null!;

    public async ValueTask InitializeAsync() => _open = await OpenWorkbench.StartAsync();

    public ValueTask DisposeAsync() => _open.DisposeAsync();

    [Fact]
    public async Task The_page_and_its_calls_answer_who_has_the_token()
    {
        using HttpResponseMessage page = await _open.SendAsync("");
        page.StatusCode.Should().Be(HttpStatusCode.OK);
        page.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        using HttpResponseMessage queue = await _open.SendAsync("api/queue", Queue);
        queue.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_the_token_or_with_another_there_is_nothing()
    {
        string token = _open.Server.Address.Segments[1];
        string other = (token[0] == 'A' ? 'B' : 'A') + token[1..];
        token.TrimEnd('/').Length.Should().BeGreaterThanOrEqualTo(43, "32 random bytes");
        foreach (string path in new[] { "/", "/api/state", "/workbench.js", $"/{other}", $"/{other}api/state", $"/{token[..^2]}/api/state", $"//{other}" })
        {
            using HttpResponseMessage response = await _open.SendAsync(_open.Origin + path);
            response.StatusCode.Should().Be(HttpStatusCode.NotFound, path);
            (await response.Content.ReadAsByteArrayAsync(Test.Stop)).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Every_workbench_has_a_token_of_its_own()
    {
        await using OpenWorkbench second = await OpenWorkbench.StartAsync();
        second.Server.Address.AbsolutePath.Should().NotBe(_open.Server.Address.AbsolutePath);
    }

    [Theory]
    [InlineData("workbench.example")]
    [InlineData("127.0.0.1.example")]
    [InlineData("localhost:1")]
    [InlineData("127.0.0.1")]
    public async Task A_host_that_is_not_this_machine_and_port_is_refused(string host)
    {
        using HttpResponseMessage response = await _open.SendAsync("api/state", change: r => r.Headers.Host = host);
        response.StatusCode.Should().Be(HttpStatusCode.MisdirectedRequest);
    }

    [Fact]
    public async Task The_name_localhost_is_this_machine()
    {
        using HttpResponseMessage response = await _open.SendAsync("api/state", change: r => r.Headers.Host = $"localhost:{_open.Server.Address.Port}");
        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("http://site.example")]
    [InlineData("null")]
    [InlineData("https://127.0.0.1")]
    public async Task A_call_from_another_page_is_refused(string origin)
    {
        void Change(HttpRequestMessage request)
        {
            request.Headers.Remove("Origin");
            request.Headers.Add("Origin", origin);
        }

        using HttpResponseMessage post = await _open.SendAsync("api/queue", Queue, Change);
        post.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using HttpResponseMessage get = await _open.SendAsync("api/state", change: Change);
        get.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_call_that_writes_and_does_not_say_where_it_comes_from_is_refused()
    {
        using HttpResponseMessage response = await _open.SendAsync("api/queue", Queue, r => r.Headers.Remove("Origin"));
        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.OK)]
    [InlineData("none", HttpStatusCode.OK)]
    public async Task What_the_browser_says_of_the_asking_page_counts(string site, HttpStatusCode expected)
    {
        using HttpResponseMessage response = await _open.SendAsync("api/state", change: r => r.Headers.Add("Sec-Fetch-Site", site));
        response.StatusCode.Should().Be(expected);
    }

    [Fact]
    public async Task A_form_of_another_page_cannot_call()
    {
        using HttpResponseMessage response = await _open.SendAsync(
            "api/queue", Queue, r => r.Content!.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("text/plain"));
        response.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("")]
    [InlineData("workbench.js")]
    [InlineData("api/state")]
    [InlineData("api/nothing")]
    [InlineData("../elsewhere")]
    public async Task Every_answer_forbids_inline_code_other_sources_frames_and_caches(string path)
    {
        using HttpResponseMessage response = await _open.SendAsync(path);
        string policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        policy.Should().Contain("default-src 'none'").And.Contain("script-src 'self'").And.Contain("style-src 'self'").And.Contain("frame-ancestors 'none'")
            .And.NotContain("unsafe");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        response.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        response.Headers.Contains("Server").Should().BeFalse();
    }

    [Fact]
    public void It_listens_on_loopback_only()
    {
        _open.Server.Address.Host.Should().Be("127.0.0.1");
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(listener => listener.Port == _open.Server.Address.Port)
            .Should().OnlyContain(listener => IPAddress.IsLoopback(listener.Address));
    }

    [Fact]
    public async Task Another_address_of_this_machine_does_not_answer()
    {
        IPAddress? other = NetworkInterface.GetAllNetworkInterfaces().SelectMany(i => i.GetIPProperties().UnicastAddresses).Select(a => a.Address)
            .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        if (other is null)
        {
            // A machine without a network proves the same by having none.
            return;
        }

        using TcpClient client = new();
        Func<Task> connect = () => client.ConnectAsync(other, _open.Server.Address.Port, Test.Stop).AsTask();
        await connect.Should().ThrowAsync<SocketException>();
    }

    [Fact]
    public void The_page_has_no_inline_code_and_names_no_other_place()
    {
        PageFiles.Names.Should().Contain(["index.html", "workbench.js", "workbench.css", "LICENCES.txt"]);
        string page = System.Text.Encoding.UTF8.GetString(PageFiles.Find("")!.Content);
        page.Should().NotContain("<style").And.NotContain("style=").And.NotContainAny(" onload", " onclick", "javascript:");
        Regex.Matches(page, "<script[^>]*>(.*?)</script>", RegexOptions.Singleline).Should().OnlyContain(script => script.Groups[1].Value.Length == 0);
        Regex.Matches(page, "(?:src|href)=\"([^\"]*)\"").Should().OnlyContain(link => link.Groups[1].Value.StartsWith("./"));
    }

    [Theory]
    [InlineData("""{"thresholds":null,"filter":null,"offset":0,"count":1,"more":1}""")]
    [InlineData("""{"thresholds":{"adult-to-minor":{"review":0.9,"urgent":0.5}},"filter":null,"offset":0,"count":1}""")]
    [InlineData("""{"thresholds":{"adult-to-adult":{"review":0.5,"urgent":0.6}},"filter":null,"offset":0,"count":1}""")]
    [InlineData("""{"thresholds":{"nobody":{"review":0.5,"urgent":0.6}},"filter":null,"offset":0,"count":1}""")]
    [InlineData("""{"thresholds":null,"filter":{"tactic":"none-such"},"offset":0,"count":1}""")]
    [InlineData("nonsense")]
    [InlineData("null")]
    public async Task What_a_call_does_not_take_is_refused_with_a_reason(string body)
    {
        using HttpResponseMessage response = await _open.SendAsync("api/queue", body);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Test.Stop)).Should().Contain("error").And.NotContain("Parameter");
    }
}
