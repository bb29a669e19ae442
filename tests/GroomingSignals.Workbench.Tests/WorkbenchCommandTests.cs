using System.Text.Json;
using GroomingSignals.Cli.Invocation;

namespace GroomingSignals.Workbench.Tests;

public sealed class WorkbenchCommandTests
{
    [Fact]
    public async Task The_command_prints_the_address_serves_the_page_and_ends_when_it_is_stopped()
    {
        using CancellationTokenSource stop = new();
        using ArrivingOutput output = new();
        StringWriter error = new();
        using CommandContext context = new() { Input = () => Stream.Null, Output = output, Error = TextWriter.Synchronized(error) };
        Task<int> run = Task.Run(() => CommandLineApp.RunAsync(["workbench", "--data", OpenWorkbench.Sample, "--no-browser"], context, stop.Token), Test.Stop);
        string address = await output.FirstLine.WaitAsync(TimeSpan.FromSeconds(60), Test.Stop);

        address.Should().MatchRegex(@"^http://127\.0\.0\.1:\d+/[A-Za-z0-9_-]{43}/$");
        using HttpClient client = new(new SocketsHttpHandler { UseProxy = false });
        (await client.GetStringAsync(new Uri(address), Test.Stop)).Should().Contain("workbench.js");

        await stop.CancelAsync();
        (await run.WaitAsync(TimeSpan.FromSeconds(60), Test.Stop)).Should().Be(0);
        Func<Task> again = () => client.GetStringAsync(new Uri(address), Test.Stop);
        await again.Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task A_model_that_learnt_from_this_data_is_told_of()
    {
        string folder = Directory.CreateTempSubdirectory("workbench-").FullName;
        try
        {
            string model = Path.Combine(folder, "m.gsmodel");
            await CommandLine.RunAsync("train", "--data", OpenWorkbench.Sample, "--out", model);
            (await Notices("--data", OpenWorkbench.Sample, "--model", model)).Should().ContainSingle().Which.Should().Contain("learnt from exactly these conversations");
            (await Notices("--data", RepositoryFile.Path("samples/data/conversations.jsonl"), "--model", model)).Should().BeEmpty();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string[]> Notices(params string[] args)
    {
        using CancellationTokenSource stop = new();
        using ArrivingOutput output = new();
        using CommandContext context = new() { Input = () => Stream.Null, Output = output, Error = TextWriter.Synchronized(new StringWriter()) };
        Task<int> run = Task.Run(() => CommandLineApp.RunAsync(["workbench", .. args, "--no-browser"], context, stop.Token), Test.Stop);
        string address = (await output.FirstLine.WaitAsync(TimeSpan.FromSeconds(60), Test.Stop)).Trim();
        using HttpClient client = new(new SocketsHttpHandler { UseProxy = false });
        JsonElement state;
        do
        {
            await Task.Delay(100, Test.Stop);
            state = JsonElement.Parse(await client.GetStringAsync(new Uri(address + "api/state"), Test.Stop));
        }
        while (state.GetProperty("stage").GetString() == "scoring");

        await stop.CancelAsync();
        await run;
        return [.. state.GetProperty("corpus").GetProperty("notices").EnumerateArray().Select(n => n.GetString()!)];
    }

    [Theory]
    [InlineData(2, "no such file", "--data", "nowhere.jsonl")]
    [InlineData(2, "--prevalence", "--data", "x", "--prevalence", "1")]
    [InlineData(2, "--data")]
    public async Task What_cannot_be_opened_ends_the_command_with_one_line(int code, string said, params string[] args)
    {
        StringWriter error = new();
        using CommandContext context = new() { Input = () => Stream.Null, Output = new MemoryStream(), Error = error };
        (await CommandLineApp.RunAsync(["workbench", .. args, "--no-browser"], context, Test.Stop)).Should().Be(code);
        error.ToString().Should().Contain(said);
    }

    private sealed class ArrivingOutput : MemoryStream
    {
        private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> FirstLine => _line.Task;

        public override void Flush()
        {
            string text = System.Text.Encoding.UTF8.GetString(ToArray());
            if (text.Contains('\n', StringComparison.Ordinal))
            {
                _line.TrySetResult(text.Split('\n')[0]);
            }
        }
    }
}
