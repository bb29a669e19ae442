using System.Text.Json;
using GroomingSignals.Data.Tests.Reading;
using NJsonSchema;

namespace GroomingSignals.Data.Tests;

public sealed class SchemaTests
{
    [Theory]
    [InlineData("conversation")]
    [InlineData("assessment")]
    [InlineData("evaluation")]
    public void Every_property_and_every_item_is_described(string name)
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(RepositoryFile.SchemaPath(name)));
        int described = 0;
        void Visit(JsonElement element, string path)
        {
            element.TryGetProperty("description", out JsonElement text).Should().BeTrue($"{path} needs a description");
            text.GetString().Should().NotBeNullOrWhiteSpace();
            described++;
            if (element.TryGetProperty("properties", out JsonElement properties))
            {
                foreach (JsonProperty property in properties.EnumerateObject())
                {
                    Visit(property.Value, $"{path}.{property.Name}");
                }
            }

            if (element.TryGetProperty("items", out JsonElement items))
            {
                Visit(items, path + "[]");
            }
        }

        Visit(schema.RootElement, name);
        described.Should().BeGreaterThan(15);
        schema.RootElement.GetProperty("$schema").GetString().Should().Be("http://json-schema.org/draft-07/schema#");
    }

    [Theory]
    [InlineData("""{"messages":[]}""")]
    [InlineData("""{"id":1,"participants":null,"messages":[{"id":null,"sender":"a","time":null,"text":"hi","tags":null,"other":1}]}""")]
    [InlineData("""{"participants":[{"id":"a","age":null,"role":null},{"id":2,"age":{"band":"13-15","provenance":null}}],"messages":[{"sender":"a","text":null,"tags":["x"],"time":"2026-01-01T00:00:00"}]}""")]
    public async Task What_the_reader_takes_the_schema_takes(string line)
    {
        JsonSchema schema = await RepositoryFile.Schema("conversation");

        schema.Validate(line).Should().BeEmpty();
        ConversationReader.Parse(System.Text.Encoding.UTF8.GetBytes(line)).IsValue.Should().BeTrue();
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""{"id":"c"}""")]
    [InlineData("""{"messages":null}""")]
    [InlineData("""{"id":1.5,"messages":[]}""")]
    [InlineData("""{"messages":[{"text":"hi"}]}""")]
    [InlineData("""{"messages":[{"sender":"","text":"hi"}]}""")]
    [InlineData("""{"messages":[{"sender":"a"}]}""")]
    [InlineData("""{"messages":[{"sender":"a","text":7}]}""")]
    [InlineData("""{"messages":[{"sender":"a","text":"hi","time":"yesterday"}]}""")]
    [InlineData("""{"participants":[{"id":"a","age":{"band":"teen"}}],"messages":[]}""")]
    [InlineData("""{"participants":[{"role":"coach"}],"messages":[]}""")]
    public async Task What_the_reader_refuses_the_schema_refuses(string line)
    {
        JsonSchema schema = await RepositoryFile.Schema("conversation");

        schema.Validate(line).Should().NotBeEmpty();
        ConversationReader.Parse(System.Text.Encoding.UTF8.GetBytes(line)).IsValue.Should().BeFalse();
    }

    [Theory]
    [InlineData("""{"label":1,"messages":[]}""")]
    [InlineData("""{"label":false,"groups":{"language":"en","dialect":null},"synthetic":null,"messages":[]}""")]
    [InlineData("""{"label":"True","groups":null,"messages":[{"sender":"a","text":"hi","tactics":["secrecy"]},{"sender":"a","text":"hi","tactics":null}]}""")]
    [InlineData("""{"label":"0.0","participants":[{"id":"a","label":"1"},{"id":"b","label":null},{"id":"c","label":true}],"messages":[]}""")]
    public async Task What_the_labelled_reader_takes_the_schema_takes(string line)
    {
        JsonSchema schema = await RepositoryFile.Schema("conversation");

        schema.Validate(line).Should().BeEmpty();
        Labelled.Read(line).Single().Error.Should().BeNull();
    }

    [Theory]
    [InlineData("""{"label":2,"messages":[]}""")]
    [InlineData("""{"label":"yes","messages":[]}""")]
    [InlineData("""{"label":"","messages":[]}""")]
    [InlineData("""{"label":[],"messages":[]}""")]
    [InlineData("""{"participants":[{"id":"a","label":0.5}],"messages":[]}""")]
    [InlineData("""{"messages":[{"sender":"a","text":"hi","tactics":["kindness"]}]}""")]
    [InlineData("""{"messages":[{"sender":"a","text":"hi","tactics":"secrecy"}]}""")]
    [InlineData("""{"groups":{"language":3},"messages":[]}""")]
    [InlineData("""{"groups":["en"],"messages":[]}""")]
    [InlineData("""{"synthetic":1,"messages":[]}""")]
    public async Task What_the_labelled_reader_refuses_the_schema_refuses(string line)
    {
        JsonSchema schema = await RepositoryFile.Schema("conversation");

        schema.Validate(line).Should().NotBeEmpty();
        Labelled.Read(line).Single().IsValue.Should().BeFalse();
    }
}
