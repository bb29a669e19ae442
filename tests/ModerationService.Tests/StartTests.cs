using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using GroomingSignals.Assessment;
using GroomingSignals.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ModerationService.Start;

namespace ModerationService.Tests;

/// <summary>What a start tells: where the service is, how a key is kept, and in one line why it does not start.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string[], string> WrongArguments => new()
    {
        { ["new-key"], "new-key needs a tenant" },
        { ["new-key", ""], "new-key needs a tenant" },
        { ["new-key", "a", "b"], "new-key needs a tenant" },
        { ["new-kye", "a"], "'new-kye'" },
        { ["--urls"], "'--urls' has no value" },
        { ["--urls", "--Service:Connections", "3"], "'--urls' has no value" },
        { ["--ulrs", "http://127.0.0.1:0"], "'--ulrs' is no setting" },
        { ["--urls", "http://127.0.0.1:0", "memory"], "'memory'" },
    };

    public static TheoryData<string[], string[]> WrongSettings => new()
    {
        { ["--GroomingSignals:SqlitePth", "x.db", "--Service:BodyByte", "1"], ["'GroomingSignals:SqlitePth'", "'Service:BodyByte'", "--help"] },
        { ["--Service:BodyBytes:More", "1"], ["'Service:BodyBytes:More'"] },
        { ["--ApiKeys:0:tenant", "a", "--ApiKeys:0:key", "x"], ["'ApiKeys:0:key'"] },
        { ["--GroomingSignals:Shards", "many"], ["GroomingSignals:Shards"] },
        { ["--GroomingSignals:Shards", "0"], ["Shards is 0"] },
        { ["--GroomingSignals:SqlitePath", ""], ["SqlitePath is empty", "name a file"] },
        { ["--GroomingSignals:PackPaths", "nope.yaml"], ["PackPaths", "'nope.yaml'"] },
        { ["--GroomingSignals:IdHashKey", "!"], ["GroomingSignals:IdHashKey"] },
        { ["--GroomingSignals:MinimumAlertSeverity", "high"], ["GroomingSignals:MinimumAlertSeverity", "low, review or urgent"] },
        { ["--GroomingSignals:MinimumAlertSeverity", "7"], ["GroomingSignals:MinimumAlertSeverity"] },
        { ["--Service:BodyBytes", "0", "--Service:QuestionTimeout", "00:00:00"], ["Service:BodyBytes", "Service:QuestionTimeout"] },
        { ["--Service:BodyGrace", "00:00:01"], ["Service:BodyGrace"] },
        { ["--Service:BodyBytesInFlight", "1"], ["Service:BodyBytesInFlight"] },
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Settings_are_read_once_so_that_nothing_watches_the_folder_that_the_store_is_written_in()
    {
        await using var app = ServiceHost.Build(["--GroomingSignals:SqlitePath", "memory"]);
        var files = ((IConfigurationRoot)app.Configuration).Providers.OfType<FileConfigurationProvider>().ToList();
        files.Should().NotBeEmpty().And.OnlyContain(f => !f.Source.ReloadOnChange);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    [InlineData("new-key", "--help")]
    public async Task Help_tells_the_usage_with_examples_and_every_setting(params string[] arguments)
    {
        var (exitCode, output, error) = await ServiceProcess.RunAsync(_folder.Path, arguments);
        (exitCode, error).Should().Be((0, ""));
        output.Should().Contain("Usage").And.Contain("Examples").And.Contain("new-key TENANT").And.Contain("--urls");
        foreach (string name in typeof(GroomingSignalsOptions).GetProperties().Concat(typeof(ServiceOptions).GetProperties()).Select(p => p.Name))
        {
            output.Should().Contain(name);
        }

        output.Split('\n').Max(l => l.Length).Should().BeLessThanOrEqualTo(120);
    }

    [Theory]
    [MemberData(nameof(WrongArguments))]
    public async Task Arguments_that_are_not_usable_are_told_with_the_usage(string[] arguments, string complaint)
    {
        var (exitCode, output, error) = await ServiceProcess.RunAsync(_folder.Path, arguments);
        (exitCode, output).Should().Be((2, ""));
        error.Should().Contain(complaint).And.Contain("--help").And.NotContain("   at ");
        Directory.EnumerateFiles(_folder.Path).Should().BeEmpty("nothing has started");
    }

    [Fact]
    public async Task A_new_key_is_told_with_settings_that_know_it()
    {
        var (exitCode, output, _) = await ServiceProcess.RunAsync(_folder.Path, "new-key", "my-platform");
        exitCode.Should().Be(0);
        await File.WriteAllTextAsync(_folder.File("appsettings.json"), Regex.Match(output, @"\{.*\}").Value, TestContext.Current.CancellationToken);
        var configuration = new ConfigurationBuilder().AddJsonFile(_folder.File("appsettings.json")).Build();
        var ring = Keys.KeyRing.Of(configuration, out var made);
        made.Should().BeNull();
        var headers = new Microsoft.AspNetCore.Http.HeaderDictionary { ["X-Api-Key"] = Regex.Match(output, @"gs\.\S+").Value };
        ring.TenantOf(headers).Should().Be("my-platform");
    }

    [Fact]
    public async Task A_busy_port_is_told_in_one_line()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        string address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        var (exitCode, output, error) = await ServiceProcess.RunAsync(_folder.Path, "--urls", address, "--GroomingSignals:SqlitePath", "memory");
        exitCode.Should().Be(2);
        error.TrimEnd().Should().NotContain("\n").And.StartWith("The service does not start.").And.Contain(address).And.Contain("--urls");
        output.Should().NotContain("   at ").And.NotContain("Exception").And.NotContain("API key");
    }

    [Fact]
    public async Task A_file_of_another_program_is_named_and_left_as_it_is()
    {
        string path = _folder.File("letters.db");
        await File.WriteAllTextAsync(path, "no database at all, but somebody's letters to somebody", TestContext.Current.CancellationToken);
        var (exitCode, _, error) = await ServiceProcess.RunAsync(_folder.Path, "--urls", "http://127.0.0.1:0", "--GroomingSignals:SqlitePath", path);
        exitCode.Should().Be(2);
        error.TrimEnd().Should().NotContain("\n").And.Contain("GroomingSignals:SqlitePath").And.Contain(path);
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Should().StartWith("no database");
    }

    [Fact]
    public async Task Run_from_its_project_it_takes_relative_paths_as_those_of_whoever_runs_it()
    {
        await File.WriteAllTextAsync(_folder.File("letters.db"), "no database at all, but somebody's letters to somebody", TestContext.Current.CancellationToken);
        var (exitCode, _, error) = await ServiceProcess.RunProjectAsync(_folder.Path, "--urls", "http://127.0.0.1:0", "--GroomingSignals:SqlitePath", "letters.db");
        exitCode.Should().Be(2);
        error.Should().Contain(_folder.File("letters.db"));
    }

    [Fact]
    public async Task A_settings_file_that_is_no_JSON_is_told_in_one_line()
    {
        await File.WriteAllTextAsync(_folder.File("appsettings.json"), "{ \"Service\": ", TestContext.Current.CancellationToken);
        var (exitCode, _, error) = await ServiceProcess.RunAsync(_folder.Path, "--urls", "http://127.0.0.1:0");
        exitCode.Should().Be(2);
        error.TrimEnd().Should().NotContain("\n").And.Contain("appsettings.json");
    }

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public async Task A_setting_that_is_not_known_or_not_usable_is_refused_by_name(string[] settings, string[] told)
    {
        var start = async () =>
        {
            await using var app = ServiceHost.Build(["--urls", "http://127.0.0.1:0", "--GroomingSignals:SqlitePath", "memory", .. settings]);
            await app.StartAsync(TestContext.Current.CancellationToken);
        };
        var refused = (await start.Should().ThrowAsync<Exception>()).Which;
        StartFailure.Describe(refused).Should().NotBeNull("{0} is told without a stack trace", refused.GetType());
        foreach (string part in told)
        {
            StartFailure.Describe(refused).Should().Contain(part);
        }
    }

    [Fact]
    public void Every_option_of_the_hosting_package_can_be_set()
    {
        var settings = new Dictionary<string, (string Text, object Value)>(StringComparer.Ordinal)
        {
            ["UseBuiltInPack"] = ("false", false),
            ["PolicyPath"] = ("p.yaml", "p.yaml"),
            ["ModelPath"] = ("m.gsmodel", "m.gsmodel"),
            ["ReloadOnChange"] = ("false", false),
            ["ReloadQuietTime"] = ("00:00:02", TimeSpan.FromSeconds(2)),
            ["ReloadPollInterval"] = ("00:01:00", TimeSpan.FromMinutes(1)),
            ["SqlitePath"] = ("s.db", "s.db"),
            ["SqliteShared"] = ("true", true),
            ["MaximumConversations"] = ("7", 7L),
            ["MaximumStoreBytes"] = ("70000", 70000L),
            ["Retention"] = ("180.00:00:00", TimeSpan.FromDays(180)),
            ["RetentionInterval"] = ("01:00:00", TimeSpan.FromHours(1)),
            ["ScrubInterval"] = ("02:00:00", TimeSpan.FromHours(2)),
            ["MinimumAlertSeverity"] = ("urgent", Severity.Urgent),
            ["FollowParticipants"] = ("false", false),
            ["ParticipantConversations"] = ("10", 10),
            ["Shards"] = ("3", 3),
            ["QueueMessages"] = ("4", 4),
            ["QueueCharacters"] = ("5000", 5000L),
            ["MaximumAppendMessages"] = ("6", 6),
            ["CommitMessages"] = ("8", 8),
            ["LiveConversations"] = ("9", 9),
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value.Text)
            .Append(new("PackPaths:0", "a.yaml")).Append(new("PackPaths:1", "b.yaml")).Append(new("IdHashKey", Convert.ToBase64String(new byte[20])))).Build();
        var options = new GroomingSignalsOptions();
        AnalyzerOptions.Apply(configuration, options);
        options.PackPaths.Should().Equal("a.yaml", "b.yaml");
        options.IdHashKey!.Value.Length.Should().Be(20);
        foreach (var property in typeof(GroomingSignalsOptions).GetProperties().Where(p => p.Name is not ("PackPaths" or "IdHashKey")))
        {
            property.GetValue(options).Should().Be(settings[property.Name].Value, property.Name);
        }
    }

    [Fact]
    public void One_pack_needs_no_number()
    {
        var options = new GroomingSignalsOptions();
        AnalyzerOptions.Apply(new ConfigurationBuilder().AddInMemoryCollection([new("PackPaths", "a.yaml"), new("PackPaths:0", "b.yaml")]).Build(), options);
        options.PackPaths.Should().Equal("a.yaml", "b.yaml");
    }

    [Fact]
    public async Task The_notice_tells_the_address_the_store_and_how_to_keep_the_key()
    {
        string path = _folder.File("state.db");
        string notice = await NoticeOf("--GroomingSignals:SqlitePath", path);
        notice.Should().MatchRegex(@"address: http://127\.0\.0\.1:\d+").And.Contain($"store:   {path}");
        string key = Regex.Match(notice, @"API key: (\S+)").Groups[1].Value;
        string[] keep = Regex.Match(notice, "--ApiKeys:0:tenant .*").Value.Split(' ');
        await using var again = ServiceHost.Build(["--urls", "http://127.0.0.1:0", "--GroomingSignals:SqlitePath", path, .. keep]);
        again.Services.GetRequiredService<Keys.KeyRing>().TenantOf(new Microsoft.AspNetCore.Http.HeaderDictionary { ["X-Api-Key"] = key }).Should().Be("default");
    }

    [Fact]
    public async Task The_notice_gives_the_whole_path_of_the_settings_file_whether_it_is_there_or_not()
    {
        string[] settings = ["--contentRoot", _folder.Path, "--GroomingSignals:SqlitePath", "memory"];
        (await NoticeOf(settings)).Should().Contain($"config:  {_folder.File("appsettings.json")} (not there)");
        await File.WriteAllTextAsync(_folder.File("appsettings.json"), "{}", TestContext.Current.CancellationToken);
        (await NoticeOf(settings)).Should().Contain($"config:  {_folder.File("appsettings.json")}\n".ReplaceLineEndings());
    }

    [Fact]
    public async Task The_notice_gives_the_whole_path_of_the_store_and_says_when_there_is_none()
    {
        (await NoticeOf("--GroomingSignals:SqlitePath", "memory")).Should().Contain("store:   memory");
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, _folder.File("state.db"));
        (await NoticeOf("--GroomingSignals:SqlitePath", relative)).Should().Contain($"store:   {_folder.File("state.db")}");
    }

    [Fact]
    public async Task What_the_notice_says_to_try_is_of_a_conversation_of_its_own_each_time()
    {
        string[] notices = [await NoticeOf("--GroomingSignals:SqlitePath", "memory"), await NoticeOf("--GroomingSignals:SqlitePath", "memory")];
        string readme = await File.ReadAllTextAsync(RepositoryFile.Path("samples/ModerationService/README.md"), TestContext.Current.CancellationToken);
        var ids = notices.Append(readme).SelectMany(n => Regex.Matches(n, @"/v1/conversations/([\w-]+)/").Select(m => m.Groups[1].Value).Distinct()).ToArray();
        ids.Should().HaveCount(3).And.OnlyHaveUniqueItems();
    }

    private static async Task<string> NoticeOf(params string[] settings)
    {
        await using var app = ServiceHost.Build(["--urls", "http://127.0.0.1:0", .. settings]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var notice = new StringWriter();
        StartNotice.Write(app, notice);
        return notice.ToString();
    }
}
