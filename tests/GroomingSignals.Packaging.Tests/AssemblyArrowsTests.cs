using System.Reflection;

namespace GroomingSignals.Packaging.Tests;

/// <summary>What the compiled assemblies reference, which is also what came in through another project's packages.</summary>
public sealed class AssemblyArrowsTests
{
    [Theory]
    [InlineData("GroomingSignals", "YamlDotNet")]
    [InlineData("GroomingSignals.Data", "GroomingSignals", "CsvHelper")]
    [InlineData("GroomingSignals.Evaluation", "GroomingSignals", "GroomingSignals.Data")]
    [InlineData(
        "GroomingSignals.Hosting", "GroomingSignals", "Microsoft.Data.Sqlite", "SQLitePCLRaw.core", "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions",
        "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options")]
    [InlineData(
        "grooming-signals", "GroomingSignals", "GroomingSignals.Data", "GroomingSignals.Evaluation", "GroomingSignals.Training",
        "System.CommandLine", "Spectre.Console", "Spectre.Console.Ansi")]
    public void AnAssemblyReferencesOnlyWhatTheArrowsAllow(string assembly, params string[] allowed) =>
        Assembly.Load(assembly).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !IsOfTheBaseClassLibrary(name))
            .Should().BeSubsetOf(allowed);

    [Fact]
    public void TheCommandLineLibraryIsNotTakenForTheBaseClassLibrary() =>
        IsOfTheBaseClassLibrary("System.CommandLine").Should().BeFalse();

    /// <summary>By where it lies: beside the runtime itself. A name that begins with <c>System</c> says nothing.</summary>
    private static bool IsOfTheBaseClassLibrary(string name) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name + ".dll"));
}
