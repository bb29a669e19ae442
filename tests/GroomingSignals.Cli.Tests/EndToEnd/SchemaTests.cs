using System.Text.Json;

namespace GroomingSignals.Cli.Tests.EndToEnd;

public sealed class SchemaTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("conversation")]
    [InlineData("assessment")]
    [InlineData("rule-pack")]
    [InlineData("rule-tests")]
    [InlineData("policy")]
    [InlineData("operating-points")]
    [InlineData("rules-diff")]
    [InlineData("replay")]
    public void Every_schema_is_printed_as_it_is_checked_in(string name)
    {
        Tool.Result result = _tool.Run("schema", name);
        result.Code.Should().Be(0);
        using JsonDocument schema = JsonDocument.Parse(result.Output);
        schema.RootElement.GetProperty("$schema").GetString().Should().StartWith("http://json-schema.org/draft-07/schema");
    }

    [Fact]
    public void The_table_schema_of_labelled_csv_is_printed_too()
    {
        Tool.Result result = _tool.Run("schema", "labelled-csv");
        result.Code.Should().Be(0);
        using JsonDocument schema = JsonDocument.Parse(result.Output);
        schema.RootElement.GetProperty("fields").GetArrayLength().Should().BeGreaterThan(10);
    }

    [Fact]
    public void An_unknown_schema_is_refused_with_the_names_there_are()
    {
        Tool.Result result = _tool.Run("schema", "poem");
        result.Code.Should().Be(2);
        result.Error.Should().Contain("'poem'").And.Contain("conversation");
    }
}
