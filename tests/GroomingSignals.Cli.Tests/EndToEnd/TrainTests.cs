using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Cli.Tests.EndToEnd;

[Collection(TrainedModelGroup.Name)]
public sealed class TrainTests(TrainedModel trained) : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void The_data_is_checked_then_model_and_card_are_written_and_nothing_else()
    {
        RiskClassifier model = RiskClassifier.Load(trained.Model);

        trained.Training.Code.Should().Be(0);
        trained.Training.Error.Should().BeEmpty();
        trained.Training.Output.Should().Contain("60 conversations").And.Contain("grooming             30").And.Contain("warning synthetic")
            .And.Contain("house.card.md").And.Contain($"\ncontent hash: {model.ContentHash}\n").And.Contain("The data is synthetic");
        trained.Training.Output.IndexOf("══ data", StringComparison.Ordinal).Should().BeLessThan(trained.Training.Output.IndexOf("══ model", StringComparison.Ordinal));
        trained.Files.Should().BeEquivalentTo("data.jsonl", "house.gsmodel", "house.card.md");
        model.Manifest.Seed.Should().Be(5);
        model.Manifest.Positives.Should().Be(30);
    }

    [Fact]
    public void The_same_data_and_seed_give_the_same_file_and_the_card_goes_where_it_is_told()
    {
        string model = _tool.Path("again.gsmodel");
        _tool.Run("train", "--data", trained.Data, "--out", model, "--seed", "5", "--card", _tool.Path("card.md"), "--mlnet-zip", _tool.Path("forest.zip")).Code.Should().Be(0);

        File.ReadAllBytes(model).AsSpan().SequenceEqual(File.ReadAllBytes(trained.Model)).Should().BeTrue();
        File.ReadAllText(_tool.Path("card.md")).Should().Be(File.ReadAllText(trained.Card));
        Directory.GetFiles(Path.GetDirectoryName(model)!).Select(Path.GetFileName).Should().BeEquivalentTo("again.gsmodel", "card.md", "forest.zip");
        using var zip = System.IO.Compression.ZipFile.OpenRead(_tool.Path("forest.zip"));
        zip.Entries.Should().Contain(entry => entry.FullName.Contains("Model", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_and_label_alone_are_enough_to_train_and_to_analyse()
    {
        string[] rows = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? $"1,keep it a secret number {i}" : $"0,see you at practice number {i}")];
        string model = _tool.Path("text.gsmodel");
        Tool.Result result = _tool.Run("train", "--data", _tool.File("text.csv", ["label,text", .. rows]), "--out", model);

        result.Code.Should().Be(0);
        result.Output.Should().Contain("warning missing-times").And.NotContain("synthetic");
        _tool.Analyze(_tool.File("a.jsonl", Lines.Quiet), "--model", model).Code.Should().Be(0);
    }

    [Theory]
    [InlineData("There are no conversations.")]
    [InlineData("No conversation has a label.", "hello,", "hi,")]
    [InlineData("All 2 labels say not grooming: at least 10 conversations of each class are needed.", "hello,0", "hi,0")]
    [InlineData("1 conversations are labelled as grooming; at least 10 are needed.", "a,0", "b,0", "c,0", "d,0", "e,0", "f,0", "g,0", "h,0", "i,0", "j,0", "k,1")]
    public void Nothing_is_learnt_from_too_little_and_the_number_that_is_needed_is_said(string reason, params string[] rows)
    {
        Tool.Result result = _tool.Run("train", "--data", _tool.File("few.csv", ["text,label", .. rows]), "--out", _tool.Path("m.gsmodel"));

        result.Code.Should().Be(2);
        result.Error.Should().Be($"grooming-signals: cannot train: {reason}\n");
        result.Output.Should().Contain("══ data");
        File.Exists(_tool.Path("m.gsmodel")).Should().BeFalse();
    }

    [Fact]
    public void Bad_lines_are_named_and_counted_the_rest_is_learnt_and_the_code_says_so()
    {
        string[] bad = ["{\"id\":\"x\",\"label\":7,\"messages\":[]}", "not json", $"{{\"id\":\"{new string('a', 300)}\",\"label\":1,\"messages\":[]}}"];
        string data = _tool.File("bad.jsonl", [.. bad, .. File.ReadAllLines(trained.Data)]);
        Tool.Result result = _tool.Run("train", "--data", data, "--out", _tool.Path("m.gsmodel"), "--seed", "5");

        result.Code.Should().Be(2);
        result.Error.Should().StartWith("bad.jsonl:1: label: \"7\" is not a label (0 or 1, true or false)\nbad.jsonl:2: malformed JSON").And.Contain("\nbad.jsonl:3: ");
        result.Output.Should().Contain("60 conversations").And.Contain("3 errors");
        File.ReadAllBytes(_tool.Path("m.gsmodel")).AsSpan().SequenceEqual(File.ReadAllBytes(trained.Model)).Should().BeTrue();
    }

    [Fact]
    public void Strict_stops_at_the_first_error_and_a_flood_of_them_is_counted()
    {
        string data = _tool.File("bad.csv", ["text,label", .. Enumerable.Range(0, 60).Select(i => $"hello {i},perhaps")]);
        Tool.Result strict = _tool.Run("train", "--data", data, "--out", _tool.Path("m.gsmodel"), "--strict");
        strict.Should().Be(new Tool.Result(2, "", "bad.csv:2: label: \"perhaps\" is not a label (0 or 1, true or false)\ngrooming-signals: stopped at the first error\n"));

        Tool.Result all = _tool.Run("train", "--data", data, "--out", _tool.Path("m.gsmodel"));
        all.Error.Split('\n').Should().HaveCount(23).And.Contain("and 40 more errors").And.Contain("grooming-signals: cannot train: There are no conversations.");
    }

    [Fact]
    public void Messages_that_were_not_utf_8_are_counted()
    {
        string file = _tool.Path("latin.csv");
        File.WriteAllBytes(file, [.. "text,label\ncaf"u8, 0xE9, .. ",1\nbus,0\n"u8]);
        _tool.Run("train", "--data", file, "--out", _tool.Path("m.gsmodel")).Output.Should().Contain("warning not-utf-8").And.Contain("1 message");
    }

    [Theory]
    [InlineData("--data no.csv --out m.gsmodel", "no.csv: file not found")]
    [InlineData("--data no.csv --out m.gsmodel --rules no.yaml", "grooming-signals: no.yaml: no such file or folder")]
    [InlineData("--data no.csv --out m.gsmodel --policy no.yaml", "grooming-signals: no.yaml: no such file")]
    public void What_is_not_there_is_one_clear_line(string options, string error)
    {
        Tool.Result result = _tool.Run(["train", .. options.Split(' ').Select(o => o.Contains('.', StringComparison.Ordinal) ? _tool.Path(o) : o)]);
        result.Code.Should().Be(2);
        result.Error.Should().StartWith(error + "\n");
    }

    [Fact]
    public void Files_that_could_not_be_written_are_known_before_the_work_and_no_input_is_written_over()
    {
        string data = _tool.File("d.csv", "text,label", "hi,0");
        Tool.Result Train(params string[] options) => _tool.Run(["train", "--data", data, .. options]);
        Train("--out", _tool.Path("no/such/m.gsmodel")).Should().Be(new Tool.Result(2, "", "grooming-signals: no/such/m.gsmodel: no such folder\n"));
        Train("--out", data).Should().Be(new Tool.Result(2, "", "grooming-signals: d.csv: is an input too; write to another file\n"));
        Train("--out", "-").Should().Be(new Tool.Result(2, "", "grooming-signals: standard output holds the figures: name a file to write to\n"));
        Train("--out", _tool.Path("m.gsmodel"), "--card", data).Error.Should().Contain("is an input too");
        Directory.GetFiles(Path.GetDirectoryName(data)!).Select(Path.GetFileName).Should().BeEquivalentTo("d.csv");
    }

    [Fact]
    public void Cancelling_writes_nothing()
    {
        Tool.Result result = _tool.Run(new Tool.Call("train", "--data", trained.Data, "--out", _tool.Path("m.gsmodel")) { Cancelled = true });
        result.Code.Should().Be(130);
        File.Exists(_tool.Path("m.gsmodel")).Should().BeFalse();
    }

    [Fact]
    public void Progress_is_for_terminals_and_names_stage_and_time_left()
    {
        Tool.Result result = _tool.Run(new Tool.Call("train", "--data", trained.Data, "--out", _tool.Path("m.gsmodel")) { Terminal = true });
        result.Error.Should().Contain("\r\u001B[K").And.EndWith("\r\u001B[K", "the line is taken away").And.Contain(" %");
        Cli.Output.StageLine.Text(new Evaluation.StageProgress("n-grams", 0.25), TimeSpan.FromSeconds(30)).Should().Be("n-grams, 25 %, about 2 min left");
        Cli.Output.StageLine.Text(new Evaluation.StageProgress("split", 0), TimeSpan.FromSeconds(30)).Should().Be("split, 0 %");
    }
}
