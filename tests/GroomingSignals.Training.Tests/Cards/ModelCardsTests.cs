using GroomingSignals.Data;

namespace GroomingSignals.Training.Tests.Cards;

public sealed class ModelCardsTests
{
    private const string Canary = "zqxjkvbp";

    [Fact]
    public void A_card_says_what_the_model_was_learnt_from_and_what_it_does_not_show()
    {
        string card = Composed.Model.ModelCard;

        card.Should().StartWith("# Model card: classifier 1.0.0");
        card.Should().Contain("160 conversations, 80 of them").And.Contain("## What this does not show").And.Contain("never a verdict");
        card.Should().Contain("| average-precision |").And.Contain("ncmec-en");
    }

    [Fact]
    public void A_model_learnt_from_composed_data_warns_of_it() =>
        Composed.Model.ModelCard.Should().Contain("160 of 160 conversations are synthetic").And.Contain("nothing about accuracy in the field");

    [Fact]
    public void Too_few_ordinary_conversations_for_the_urgent_threshold_are_stated() =>
        Composed.Model.Classifier.Manifest.Warnings.Should().Contain(w => w.Contains("too few to see a false-positive rate of 0.001"));

    [Fact]
    public void Thresholds_that_no_case_reaches_are_stated()
    {
        // Labels of which nothing that is said tells.
        LabelledConversation[] mixed = [.. Composed.Train.Select((c, i) => c with { Label = i % 7 < 3 })];

        Composed.Learn(mixed).Classifier.Manifest.Warnings.Should().Contain(w => w.Contains("cases reached review when it was left out"));
        Composed.Model.Classifier.Manifest.Warnings.Should().NotContain(w => w.Contains("cases reached review"));
    }

    [Fact]
    public void Neither_the_model_nor_its_card_holds_text()
    {
        LabelledConversation[] data = [.. Composed.Train.Select(c => c with
        {
            Conversation = c.Conversation with
            {
                Id = Canary + c.Conversation.Id,
                Messages = [.. c.Conversation.Messages.Select(m => m with { Text = $"{m.Text} {Canary}", Sender = Canary + m.Sender })],
                Participants = [.. c.Conversation.Participants.Select(p => p with { Id = Canary + p.Id })],
            },
        })];
        var model = Composed.Learn(data);
        using var stream = new MemoryStream();
        model.Save(stream);

        model.ModelCard.Should().NotContain(Canary);
        System.Text.Encoding.Latin1.GetString(stream.ToArray()).Should().NotContain(Canary);
        System.Text.Encoding.Unicode.GetString(stream.ToArray()).Should().NotContain(Canary);
    }
}
