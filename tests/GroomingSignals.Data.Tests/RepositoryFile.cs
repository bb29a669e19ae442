using NJsonSchema;

namespace GroomingSignals.Data.Tests;

/// <summary>Files of the repository, found from the test assembly upwards.</summary>
internal static class RepositoryFile
{
    public static Task<JsonSchema> Schema(string name) => JsonSchema.FromJsonAsync(File.ReadAllText(SchemaPath(name)), TestContext.Current.CancellationToken);

    public static string SchemaPath(string name) => Path.Combine(Root(), "data-schemas", $"{name}.schema.json");

    public static string Root()
    {
        DirectoryInfo directory = new(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(directory.FullName, "data-schemas")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("No folder above the tests holds data-schemas.");
        }

        return directory.FullName;
    }
}
