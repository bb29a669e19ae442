using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Tests.Assessment;

public sealed class AssessmentJsonTests
{
    [Fact]
    public void A_full_assessment_is_written_key_by_key_in_the_order_of_the_record()
    {
        const string Expected = """
            {"conversationId":"c1","risk":0.1,"severity":"review","severityReason":{"decidedBy":"tactic","tactic":"secrecy","value":0.30000000000000004,"threshold":0.5},"recommendation":"queue","probability":null,"rawScore":1.500001,"baseline":-3,"current":{"risk":0.05,"severity":"low","rawScore":0.25},"from":"a","towards":"b","participants":[{"id":"a","age":{"band":"adult","provenance":"declared"},"inferredAge":"16-17","role":"coach","messages":3,"assumed":false},{"id":"b","age":{"band":"13-15","provenance":"verified"},"inferredAge":null,"role":null,"messages":0,"assumed":true}],"tactics":[{"tactic":"secrecy","subtypes":["conceal"],"from":"a","towards":"b","count":2,"score":4.500001,"risk":0.7,"firstMessageId":null}],"evidence":[{"ruleId":"secrecy.conceal","tactic":"secrecy","subtype":"conceal","from":"a","towards":"b","anchors":[{"messageId":"m1","spans":[{"start":3,"end":9}]}],"view":"leet","role":"enacting","contribution":4.500001,"earlier":0,"shadow":false,"explanation":"asks to conceal"}],"contributions":[{"name":"secrecy.conceal","value":4.500001}],"counterfactual":{"rules":["secrecy.conceal"],"severity":"none","rawScore":-3,"minimal":true},"advice":[{"tactic":"secrecy","atRisk":"tell a trusted adult","reviewer":"look for secrecy","source":"FBI"}],"assumptions":[{"code":"age-unknown","subject":null,"count":1,"detail":"no age"}],"versions":{"engine":"0.1.0","taxonomy":"1.0.0","packs":[{"id":"ncmec-en","version":"1","hash":"ab"}],"policy":{"id":"default","version":"1","hash":"cd"},"model":null}}
            """;

        AssessmentJsonSample.Full().ToJson().Should().Be(Expected);
    }

    [Fact]
    public void An_empty_assessment_has_every_key_too()
    {
        using JsonDocument full = JsonDocument.Parse(AssessmentJsonSample.Full().ToJson());
        using JsonDocument empty = JsonDocument.Parse(AssessmentJsonSample.Empty().ToJson());

        empty.RootElement.EnumerateObject().Select(p => p.Name).Should().Equal(full.RootElement.EnumerateObject().Select(p => p.Name));
        empty.RootElement.GetProperty("counterfactual").ValueKind.Should().Be(JsonValueKind.Null);
        empty.RootElement.GetProperty("evidence").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public void The_keys_are_the_properties_of_the_record()
    {
        using JsonDocument full = JsonDocument.Parse(AssessmentJsonSample.Full().ToJson());

        full.RootElement.EnumerateObject().Select(p => p.Name).Should().Equal(
            typeof(RiskAssessment).GetProperties().Where(p => !string.Equals(p.Name, "EqualityContract", StringComparison.Ordinal))
                .Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]));
    }

    [Fact]
    public void Lone_surrogates_in_ids_become_replacement_characters_whatever_the_encoder()
    {
        RiskAssessment assessment = AssessmentJsonSample.Full() with { ConversationId = "x\ud800y\udc00\ud83d\ude00\ud800" };
        using MemoryStream relaxed = new();
        using (Utf8JsonWriter writer = new(relaxed, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            AssessmentJson.Write(writer, assessment);
        }

        foreach (string json in (string[])[assessment.ToJson(), Encoding.UTF8.GetString(relaxed.ToArray())])
        {
            using JsonDocument document = JsonDocument.Parse(json);
            document.RootElement.GetProperty("conversationId").GetString().Should().Be("x\ufffdy\ufffd\ud83d\ude00\ufffd");
        }
    }

    [Fact]
    public void Output_is_ASCII_so_that_ids_cannot_disturb_a_terminal() =>
        (AssessmentJsonSample.Full() with { ConversationId = "\u202e\u001b[31mä" }).ToJson().Should().MatchRegex("^[ -~]*$");

    [Fact]
    public void Numbers_come_back_exactly()
    {
        RiskAssessment assessment = AssessmentJsonSample.Full() with { Risk = Math.BitIncrement(0.3), RawScore = -0.000001m };
        using JsonDocument document = JsonDocument.Parse(assessment.ToJson(indented: true));

        document.RootElement.GetProperty("risk").GetDouble().Should().Be(assessment.Risk);
        document.RootElement.GetProperty("rawScore").GetDecimal().Should().Be(assessment.RawScore);
    }

    [Fact]
    public void Every_name_of_every_enumeration_is_distinct()
    {
        Enum.GetValues<Severity>().Select(AssessmentJson.Name).Should().Equal("none", "low", "review", "urgent");
        Enum.GetValues<SeverityDecision>().Select(AssessmentJson.Name).Should().Equal("below-thresholds", "overall", "tactic", "fast-path", "minimum-evidence", "track", "rules");
        Enum.GetValues<TextView>().Select(AssessmentJson.Name).Should().Equal("folded", "skeleton", "runs", "joined", "leet");
        Enum.GetValues<DiscourseRole>().Select(AssessmentJson.Name).Should().Equal("enacting", "quoting", "warning", "educating", "refusing", "disclosing");
    }
}
