using NJsonSchema;

namespace GroomingSignals.Cli.Tests.EndToEnd;

/// <summary>Holds output against the schema that the tool itself prints for it.</summary>
internal static class Schemas
{
    public static async Task ShouldHoldAsync(Tool tool, string name, string json)
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(tool.Run("schema", name).Output, TestContext.Current.CancellationToken);
        schema.Validate(json).Should().BeEmpty();
    }
}
