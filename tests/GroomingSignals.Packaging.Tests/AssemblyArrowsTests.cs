using System.Reflection;

namespace GroomingSignals.Packaging.Tests;

/// <summary>What the compiled assemblies reference, which is also what came in through another project's packages.</summary>
public sealed class AssemblyArrowsTests
{
    [Theory]
    [InlineData("GroomingSignals", "YamlDotNet")]
    [InlineData("GroomingSignals.Data", "GroomingSignals", "CsvHelper")]
    [InlineData("GroomingSignals.Evaluation", "GroomingSignals", "GroomingSignals.Data")]
    [InlineData("GroomingSignals.Workbench", "GroomingSignals", "GroomingSignals.Data", "GroomingSignals.Evaluation", AspNetCore)]
    [InlineData(
        "GroomingSignals.Hosting", "GroomingSignals", "Microsoft.Data.Sqlite", "SQLitePCLRaw.core", "System.IO.Hashing", "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions",
        "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options")]
    [InlineData(
        "grooming-signals", "GroomingSignals", "GroomingSignals.Data", "GroomingSignals.Evaluation", "GroomingSignals.Training", "GroomingSignals.Workbench",
        "System.CommandLine", "Spectre.Console", "Spectre.Console.Ansi")]
    public void AnAssemblyReferencesOnlyWhatTheArrowsAllow(string assembly, params string[] allowed) =>
        Assembly.Load(assembly).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !IsOfTheBaseClassLibrary(name))
            .Select(name => !allowed.Contains(name, StringComparer.Ordinal) && IsOfAspNetCore(name) ? AspNetCore : name)
            .Should().BeSubsetOf(allowed);

    [Fact]
    public void TheCommandLineLibraryIsNotTakenForTheBaseClassLibrary() =>
        IsOfTheBaseClassLibrary("System.CommandLine").Should().BeFalse();

    private const string AspNetCore = "Microsoft.AspNetCore.App";

    /// <summary>By where it lies: in the shared framework beside the runtime's.</summary>
    private static bool IsOfAspNetCore(string name)
    {
        DirectoryInfo runtime = new(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        return File.Exists(Path.Combine(runtime.Parent!.Parent!.FullName, AspNetCore, runtime.Name, name + ".dll"));
    }

    /// <summary>By where it lies: beside the runtime itself. A name that begins with <c>System</c> says nothing.</summary>
    private static bool IsOfTheBaseClassLibrary(string name) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name + ".dll"));
}
