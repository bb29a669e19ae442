using NJsonSchema;

namespace GroomingSignals.Data.Tests;

/// <summary>The schemas of the repository, found from the test assembly upwards.</summary>
internal static class SchemaFile
{
    public static Task<JsonSchema> Load(string name) => JsonSchema.FromJsonAsync(File.ReadAllText(PathOf(name)), TestContext.Current.CancellationToken);

    public static string PathOf(string name)
    {
        DirectoryInfo directory = new(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(directory.FullName, "data-schemas")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("No folder above the tests holds data-schemas.");
        }

        return Path.Combine(directory.FullName, "data-schemas", $"{name}.schema.json");
    }
}
