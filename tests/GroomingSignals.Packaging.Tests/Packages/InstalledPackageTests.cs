namespace GroomingSignals.Packaging.Tests.Packages;

[Collection(PackedCoreGroup.Name)]
public sealed class InstalledPackageTests(PackedCore packed)
{
    private static readonly string Readme = File.ReadAllText(RepositoryRoot.File("README.md"));

    [Fact]
    public void TheTenLinesOfTheReadmePrintWhatTheReadmeSays()
    {
        using TemporaryFolder project = new();
        project.Write("Program.cs", ReadmeSnippet.Find(Readme, "snippet", "ten-lines"));
        WriteProject(project);

        DotnetCommand.Run(project.Path, "build", "-c", "Release", "-warnaserror", "-v", "minimal");
        string printed = DotnetCommand.Run(project.Path, project.Combine("bin", "Release", "net10.0", "TenLines.dll"));

        printed.ReplaceLineEndings("\n").TrimEnd().Should().Be(ReadmeSnippet.Find(Readme, "output", "ten-lines"));
        Directory.Exists(project.Combine("packages", "groomingsignals", packed.Version)).Should().BeTrue("the project uses the package and nothing of the checkout");
    }

    [Fact]
    public void TheTenLinesAreTen() =>
        ReadmeSnippet.Find(Readme, "snippet", "ten-lines").Split('\n')
            .Count(line => line.Trim().Length > 0)
            .Should().BeLessThanOrEqualTo(10);

    [Fact]
    public void AMissingBlockIsNamed()
    {
        Action find = () => ReadmeSnippet.Find("# Title", "snippet", "ten-lines");

        find.Should().Throw<InvalidOperationException>().WithMessage("*<!-- snippet: ten-lines -->*");
    }

    /// <summary>A new console project that knows the local folder beside the user's own sources, and shares neither packages nor settings.</summary>
    private void WriteProject(TemporaryFolder project)
    {
        project.Write("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <RestorePackagesPath>$(MSBuildProjectDirectory)/packages</RestorePackagesPath>
              </PropertyGroup>
            </Project>
            """);
        project.Write("Directory.Build.targets", "<Project />");
        project.Write("Directory.Packages.props", "<Project />");
        project.Write("NuGet.config", $"""
            <configuration>
              <packageSources><add key="packed" value="{packed.PackageFolder}" /></packageSources>
            </configuration>
            """);
        project.Write("TenLines.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="GroomingSignals" Version="{packed.Version}" />
              </ItemGroup>
            </Project>
            """);
    }
}
