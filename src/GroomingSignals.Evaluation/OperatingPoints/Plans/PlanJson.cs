using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints.Figures;
using GroomingSignals.Evaluation.OperatingPoints.Proposals;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;
using GroomingSignals.Evaluation.Output;
using GroomingSignals.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints.Plans;

/// <summary>Writes a plan as JSON; <c>data-schemas/operating-points.schema.json</c> says what stands there. Every key is always there.</summary>
internal static class PlanJson
{
    public static void Write(Utf8JsonWriter writer, OperatingPlan plan)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", "operating-points/1");
        writer.Object("platform", plan.Platform, Platform);
        writer.Object("data", plan.Corpus, Data);
        writer.Object("versions", plan.Corpus.Versions, Versions);
        writer.WriteString("scale", plan.Corpus.IsFused ? "fused" : "rules");
        writer.WriteStartObject("current");
        writer.Object("review", plan.CurrentReview, Queue);
        writer.Object("urgent", plan.CurrentUrgent, Queue);
        writer.WriteEndObject();
        writer.Object("proposal", plan.Proposal, (to, p) => Proposal(to, p, plan.Options));
        if (plan.HeldOut is { } heldOut)
        {
            writer.WriteStartObject("heldOut");
            writer.Object("review", heldOut.Review, Queue);
            writer.Object("urgent", heldOut.Urgent, Queue);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("heldOut");
        }

        writer.Objects("levels", plan.Levels, static (to, l) =>
        {
            to.WriteNumber("level", l.Level);
            to.Object("queue", l.Queue, Queue);
        });
        writer.Objects("gates", plan.Gates, GatePlan);
        writer.Objects("sensitivity", plan.Sensitivity, static (to, s) =>
        {
            to.WriteNumber("prevalence", s.Prevalence);
            to.Object("review", s.Review, Queue);
            to.Object("urgent", s.Urgent, Queue);
        });
        writer.Objects("warnings", plan.Proposal.Warnings, static (to, w) =>
        {
            to.WriteString("id", w.Id);
            to.Text("detail", w.Detail);
        });
        writer.WriteEndObject();
    }

    public static void Platform(Utf8JsonWriter writer, PlatformAssumptions platform)
    {
        writer.WriteNumber("volume", platform.Volume);
        writer.WriteNumber("prevalence", platform.Prevalence);
        writer.WriteNumber("reviewers", platform.Reviewers);
        writer.WriteNumber("minutesPerCase", platform.MinutesPerCase);
        writer.WriteNumber("hoursPerDay", platform.HoursPerDay);
        writer.WriteNumber("capacity", platform.Capacity);
    }

    public static void Queue(Utf8JsonWriter writer, QueueFigures queue)
    {
        writer.WriteNumber("conversations", queue.Conversations);
        Figures(writer, queue.Figures);
    }

    public static void Point(Utf8JsonWriter writer, ThresholdPoint point)
    {
        writer.WriteNumber("threshold", point.Risk);
        writer.WriteNumber("rawScore", LogOdds.ToDecimal(point.Micros));
        Ranged(writer, "ownRecall", point.OwnRecall);
        Figures(writer, point.Figures);
    }

    private static void Data(Utf8JsonWriter writer, ScoredCorpus corpus)
    {
        writer.WriteNumber("conversations", corpus.Count);
        writer.WriteNumber("positives", corpus.Positives);
        writer.WriteNumber("negatives", corpus.Negatives);
        writer.WriteNumber("synthetic", corpus.Synthetic);
    }

    private static void Versions(Utf8JsonWriter writer, VersionSet versions)
    {
        writer.WriteString("engine", versions.Engine);
        writer.WriteString("taxonomy", versions.Taxonomy);
        writer.Objects("packs", versions.Packs, Version);
        writer.Object("policy", versions.Policy, Version);
        writer.Object("model", versions.Model, Version);
    }

    private static void Version(Utf8JsonWriter writer, PackVersion version)
    {
        writer.Text("id", version.Id);
        writer.Text("version", version.Version);
        writer.WriteString("hash", version.Hash);
    }

    private static void Proposal(Utf8JsonWriter writer, Proposal proposal, ProposalOptions options)
    {
        writer.WriteNumber("recallTarget", options.RecallTarget);
        writer.WriteNumber("urgentShare", options.UrgentShare);
        writer.Number("urgentPrecision", options.UrgentPrecision);
        writer.Number("reviewLevel", proposal.ReviewLevel);
        writer.Number("urgentLevel", proposal.UrgentLevel);
        writer.Object("review", proposal.Review, Queue);
        writer.Object("urgent", proposal.Urgent, Queue);
        writer.Object("tracksAlone", proposal.TracksAlone, Queue);
        writer.Objects("thresholds", proposal.Lines, static (to, line) =>
        {
            Gate(to, line.Gate);
            to.WriteString("severity", AssessmentJson.Name(line.Severity));
            to.WriteString("decision", Name(line.Kind));
            Threshold(to, "current", line.Current);
            Threshold(to, "proposed", line.Proposed);
            to.WriteString("reason", line.Reason);
            to.Object("currentPoint", line.CurrentPoint, Point);
            to.Object("proposedPoint", line.Point, Point);
        });
    }

    private static void GatePlan(Utf8JsonWriter writer, GatePlan gate)
    {
        Gate(writer, gate.Gate);
        writer.WriteNumber("ownPositives", gate.OwnPositives);
        writer.WriteNumber("ownNegatives", gate.OwnNegatives);
        writer.Objects("points", gate.Points, Point);
    }

    private static void Gate(Utf8JsonWriter writer, Gate gate)
    {
        writer.WriteString("kind", gate.IsTactic ? "tactic" : "track");
        writer.WriteString("name", gate.Name);
        writer.WriteString("scale", gate.Scale);
    }

    private static void Figures(Utf8JsonWriter writer, OperatingFigures figures)
    {
        writer.WriteNumber("truePositives", figures.Counts.TruePositives);
        writer.WriteNumber("falsePositives", figures.Counts.FalsePositives);
        Ranged(writer, "recall", figures.Recall);
        Ranged(writer, "falsePositiveRate", figures.FalsePositiveRate);
        Ranged(writer, "precision", figures.Precision);
        Ranged(writer, "casesPerDay", figures.CasesPerDay);
        Ranged(writer, "trueCasesPerDay", figures.TrueCasesPerDay);
        Ranged(writer, "capacityShare", figures.CapacityShare);
        Ranged(writer, "messagesToAlert", figures.MessagesToAlert);
    }

    private static void Ranged(Utf8JsonWriter writer, string name, Ranged figure)
    {
        writer.WriteStartObject(name);
        writer.Number("value", figure.Value);
        writer.Number("lower", figure.Interval?.Lower);
        writer.Number("upper", figure.Interval?.Upper);
        writer.WriteEndObject();
    }

    private static void Threshold(Utf8JsonWriter writer, string name, int? micros)
    {
        if (micros is { } known)
        {
            writer.WriteNumber(name, RoundThreshold.Risk(known));
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static string Name(ProposalKind kind) => kind switch
    {
        ProposalKind.Set => "set",
        ProposalKind.TooFew => "too-few",
        ProposalKind.NothingGained => "nothing-gained",
        ProposalKind.RaisedWithReview => "raised-with-review",
        ProposalKind.LoweredWithReview => "lowered-with-review",
        _ => "nothing-fits",
    };
}
