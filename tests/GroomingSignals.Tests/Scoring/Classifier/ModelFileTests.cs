using System.Buffers.Binary;
using System.Text;
using GroomingSignals.Features;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Tests.Scoring.Classifier;

public sealed class ModelFileTests
{
    private static readonly byte[] File = Written(SmallModel.Parts);

    [Fact]
    public void What_is_written_comes_back_and_is_written_the_same()
    {
        var loaded = Load(File);
        loaded.Parts.Text.Weights.ToArray().Should().Equal(SmallModel.Parts.Text.Weights.ToArray());
        loaded.Parts.Text.Prior.Should().Be(4);
        loaded.Parts.Forest.Trees.Should().BeEquivalentTo(SmallModel.Parts.Forest.Trees);
        loaded.Parts.Fusion.Should().Be(SmallModel.Parts.Fusion);
        loaded.Parts.Thresholds.Should().Be(SmallModel.Parts.Thresholds);
        loaded.Parts.Calibrator.Should().Be(SmallModel.Parts.Calibrator);
        loaded.Manifest.Should().BeEquivalentTo(SmallModel.Parts.Manifest);
        Written(loaded.Parts).Should().Equal(File);
        loaded.ContentHash.Should().Be(Convert.ToHexStringLower(File[^32..]));
    }

    [Fact]
    public void An_isotonic_calibrator_and_none_come_back_too()
    {
        var isotonic = new IsotonicCalibrator([-1, 0.5], [0.1, 0.8]);
        Load(Written(SmallModel.Parts with { Calibrator = isotonic })).Parts.Calibrator.Should().BeEquivalentTo(isotonic);
        Load(Written(SmallModel.Parts with { Calibrator = null })).Parts.Calibrator.Should().BeNull();
    }

    [Fact]
    public void Every_change_of_a_single_byte_is_refused()
    {
        for (int i = 0; i < File.Length; i++)
        {
            byte[] changed = [.. File];
            changed[i] ^= (byte)(1 << (i % 8));
            Refused(changed).Should().MatchRegex("^GSM00(0[1-5]|10)$", "byte {0} was changed", i);
        }
    }

    [Fact]
    public void A_file_that_was_cut_off_is_refused_wherever_it_was_cut()
    {
        for (int length = 0; length < File.Length; length += length < 200 ? 1 : 97)
        {
            Refused(File[..length]).Should().Be(length < 8 ? "GSM0001" : "GSM0003");
        }
    }

    [Fact]
    public void Other_files_and_versions_are_refused_by_name()
    {
        Refused("PK\u0003\u0004 some zip that is long enough"u8.ToArray()).Should().Be("GSM0001");
        byte[] later = [.. File];
        later[8] = 3;
        Refused(later).Should().Be("GSM0002");
        Refused([.. File, 0]).Should().Be("GSM0010");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_section_that_says_it_is_huge_is_refused_before_anything_is_read(int section)
    {
        foreach (int length in new[] { int.MaxValue, -1, (17 << 20) + 1 })
        {
            byte[] huge = [.. File];
            BinaryPrimitives.WriteInt32LittleEndian(huge.AsSpan(12 + (4 * section)), length);
            Refused(huge).Should().Be("GSM0005");
        }
    }

    [Fact]
    public void A_model_of_other_features_is_refused() =>
        Refused(Written(SmallModel.Parts with { Manifest = SmallModel.Parts.Manifest with { FeatureSchema = new string('0', 64) } })).Should().Be("GSM0007");

    [Theory]
    [InlineData("""{"id":"small"}""")]
    [InlineData("""{""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    [InlineData("")]
    public void A_manifest_that_is_none_is_refused(string manifest) => Refused(With(0, Encoding.UTF8.GetBytes(manifest))).Should().Be("GSM0006");

    [Theory]
    [InlineData("\"trainingPrevalence\":0.2", "\"trainingPrevalence\":1")]
    [InlineData("\"id\":\"small\"", "\"id\":null")]
    [InlineData("\"seed\":1", "\"seed\":\"one\"")]
    public void A_manifest_with_a_wrong_value_is_refused(string right, string wrong)
    {
        string manifest = Encoding.UTF8.GetString(ManifestJson.Write(SmallModel.Parts.Manifest));
        manifest.Should().Contain(right);
        Refused(With(0, Encoding.UTF8.GetBytes(manifest.Replace(right, wrong, StringComparison.Ordinal)))).Should().Be("GSM0006");
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_refused()
    {
        byte[] text = ModelSections.Text(SmallModel.Parts.Text);
        BinaryPrimitives.WriteSingleLittleEndian(text.AsSpan(12 + (4 * 17)), float.NaN);
        Refused(With(1, text)).Should().Be("GSM0008");

        byte[] forest = ModelSections.Forest(SmallModel.Parts.Forest);
        BinaryPrimitives.WriteDoubleLittleEndian(forest, double.NegativeInfinity);
        Refused(With(2, forest)).Should().Be("GSM0008");

        Refused(Written(SmallModel.Parts with { Fusion = SmallModel.Parts.Fusion with { Text = double.NaN } })).Should().Be("GSM0008");
        Refused(Written(SmallModel.Parts with { Fusion = SmallModel.Parts.Fusion with { Rules = -1 } })).Should().Be("GSM0008");
        Refused(Written(SmallModel.Parts with { Thresholds = new FusedThresholds(0.5, 0.4, 0.9) })).Should().Be("GSM0008");
    }

    [Fact]
    public void A_tree_that_is_none_is_refused()
    {
        byte[] forest = ModelSections.Forest(SmallModel.Parts.Forest);
        const int leftOfFirst = 8 + 4 + 4 + 4 + 4;
        BinaryPrimitives.WriteInt32LittleEndian(forest.AsSpan(leftOfFirst), 0);
        Refused(With(2, forest)).Should().Be("GSM0009");
        BinaryPrimitives.WriteInt32LittleEndian(forest.AsSpan(leftOfFirst), 99);
        Refused(With(2, forest)).Should().Be("GSM0009");
    }

    [Fact]
    public void A_section_with_too_much_or_too_little_is_refused()
    {
        byte[] forest = ModelSections.Forest(SmallModel.Parts.Forest);
        Refused(With(2, [.. forest, 0])).Should().Be("GSM0011");
        Refused(With(2, forest[..^1])).Should().Be("GSM0011");
        byte[] many = [.. forest];
        BinaryPrimitives.WriteInt32LittleEndian(many.AsSpan(8), 1_000_000);
        Refused(With(2, many)).Should().Be("GSM0005");
        BinaryPrimitives.WriteInt32LittleEndian(many.AsSpan(8), 999);
        Refused(With(2, many)).Should().Be("GSM0011");
        byte[] text = ModelSections.Text(SmallModel.Parts.Text);
        text[0] = 31;
        Refused(With(1, text)).Should().Be("GSM0005");
    }

    [Fact]
    public void A_calibrator_that_is_none_is_refused()
    {
        Refused(Written(SmallModel.Parts with { Calibrator = new PlattCalibrator(-1, 0) })).Should().Be("GSM0012");
        Refused(Written(SmallModel.Parts with { Calibrator = new IsotonicCalibrator([1, 0], [0, 1]) })).Should().Be("GSM0012");
        byte[] scoring = ModelSections.Scoring(SmallModel.Parts with { Calibrator = null });
        scoring[56] = 9;
        Refused(With(3, scoring)).Should().Be("GSM0012");
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused_without_its_folder()
    {
        var load = () => RiskClassifier.Load(Path.Combine(Path.GetTempPath(), "no-such-folder", "none.gsmodel"));
        load.Should().Throw<ClassifierFormatException>().Which.Id.Should().Be("GSM0013");
    }

    [Fact]
    public void A_model_is_small()
    {
        var full = SmallModel.Parts with
        {
            Text = new NGramTable(new float[1 << 18], 10),
            Forest = new Forest([.. Enumerable.Repeat(SmallModel.Parts.Forest.Trees[1], 100)], 0, FeatureSchema.Count),
        };
        Written(full).Length.Should().BeLessThan((1 << 20) + 20_000);
    }

    private static byte[] Written(ClassifierParts parts)
    {
        using var stream = new MemoryStream();
        ModelFile.Write(stream, parts);
        return stream.ToArray();
    }

    /// <summary>A file whose check sum is right and whose section is another.</summary>
    private static byte[] With(int section, byte[] content)
    {
        byte[][] sections =
        [
            ManifestJson.Write(SmallModel.Parts.Manifest), ModelSections.Text(SmallModel.Parts.Text),
            ModelSections.Forest(SmallModel.Parts.Forest), ModelSections.Scoring(SmallModel.Parts),
        ];
        sections[section] = content;
        using var stream = new MemoryStream();
        ModelFile.Write(stream, sections);
        return stream.ToArray();
    }

    private static RiskClassifier Load(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return RiskClassifier.Load(stream);
    }

    private static string Refused(byte[] file) =>
        FluentActions.Invoking(() => Load(file)).Should().Throw<ClassifierFormatException>().Which.Id;
}
