using System.Globalization;
using GroomingSignals;
using GroomingSignals.Data;
using GroomingSignals.Evaluation;
using GroomingSignals.Evaluation.Report;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Training;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
LabelledConversation[] data = [.. new LabelledReader().Read(args[0]).Select(row => row.Value ?? throw new InvalidDataException($"{row.Error}"))];

new ClassifierTrainer().Train(data, seed: 1).Save("model.gsmodel");

var result = Evaluator.CrossValidate(data, new ClassifierTrainer());
foreach (var figure in result.Headline.Estimates.Take(3))
{
    Console.WriteLine($"{figure.Metric,-20} {figure.Value:0.000} ({figure.Interval?.Lower:0.000} to {figure.Interval?.Upper:0.000})");
}

File.WriteAllText("report.html", HtmlReport.ToHtml(result));

var analyzer = new RiskAnalyzerBuilder().UseClassifier(RiskClassifier.Load("model.gsmodel")).Build();
var found = analyzer.Analyze(data.First(row => row.Label is true).Conversation);
Console.WriteLine($"{found.ConversationId}: {found.Severity}, and {found.Contributions.Length} lines of the ledger account for it: {found.Baseline + found.Contributions.Sum(line => line.Value) == found.RawScore}");
