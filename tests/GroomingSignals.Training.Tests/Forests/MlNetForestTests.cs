using GroomingSignals.Features;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace GroomingSignals.Training.Tests.Forests;

public sealed class MlNetForestTests
{
    [Fact]
    public void The_zip_gives_the_forests_part_of_the_score_bit_for_bit()
    {
        using var zip = new MemoryStream();
        Composed.Model.SaveMlNetZip(zip);
        zip.Position = 0;
        var context = new MLContext(1);
        var transformer = context.Model.Load(zip, out var schema);
        var collector = new FeatureCollector(Composed.Quick.Packs, Composed.Quick.Policy, Composed.Model.Classifier.Parts.Text);
        float[][] rows = [.. Composed.Test.Select(c => collector.Collect(c.Conversation).Vector)];
        var data = Training.Forests.ForestLearner.View(context, rows, new bool[rows.Length]);

        float[] scores = [.. transformer.Transform(data).GetColumn<float>("Score")];

        scores.Distinct().Should().HaveCountGreaterThan(5);
        scores.Should().Equal(rows.Select(row => (float)Composed.Model.Classifier.Parts.Forest.Score(row)));
        ((VectorDataViewType)schema["Features"].Type).Size.Should().Be(FeatureSchema.Count);
    }

    [Fact]
    public void A_classifier_without_a_forest_says_that_it_has_none()
    {
        var textOnly = Composed.Learn(Composed.Train, Composed.Quick with { Voices = TrainingVoices.Text });

        textOnly.Invoking(model => model.SaveMlNetZip(new MemoryStream())).Should().Throw<InvalidOperationException>().WithMessage("*no forest*");
    }
}
