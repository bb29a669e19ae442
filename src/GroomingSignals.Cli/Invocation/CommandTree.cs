using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using GroomingSignals.Cli.Commands;
using GroomingSignals.Cli.Commands.Replaying;
using GroomingSignals.Cli.Commands.Traffic;
using GroomingSignals.Cli.Commands.Tuning;

namespace GroomingSignals.Cli.Invocation;

/// <summary>The commands. One that the command line does not name is only its name and description: starting up stays cheap.</summary>
internal sealed class CommandTree(CommandContext context)
{
    private readonly Dictionary<Command, string[]> _examples = [];

    public static string PathOf(CommandResult result)
    {
        string name = result.Command is RootCommand ? "grooming-signals" : result.Command.Name;
        return result.Parent is CommandResult parent ? $"{PathOf(parent)} {name}" : name;
    }

    public Command Build(IReadOnlyList<string> args)
    {
        var root = new RootCommand("Explains which grooming tactics a conversation shows, and how much each says. A reason to look, never a verdict.")
        {
            HelpName = "grooming-signals",
        };
        AddTo(root, args, "analyze", AnalyzeCommand.Description, () => AnalyzeCommand.Create(context), AnalyzeCommand.Examples);
        Command rules = AddTo(root, args, "rules", "Check, test, list and explain rule packs.", () => new Command("rules"), []);
        if (args.Contains(rules.Name, StringComparer.Ordinal) || IsDirective(args))
        {
            AddTo(rules, args, "check", RulesCheckCommand.Description, () => RulesCheckCommand.Create(context), RulesCheckCommand.Examples);
            AddTo(rules, args, "test", RulesTestCommand.Description, () => RulesTestCommand.Create(context), RulesTestCommand.Examples);
            AddTo(rules, args, "list", RulesListCommand.Description, () => RulesListCommand.Create(context), RulesListCommand.Examples);
            AddTo(rules, args, "show", RulesShowCommand.Description, () => RulesShowCommand.Create(context), RulesShowCommand.Examples);
            AddTo(rules, args, "explain", RulesExplainCommand.Description, () => RulesExplainCommand.Create(context), RulesExplainCommand.Examples);
            AddTo(rules, args, "diff", RulesDiffCommand.Description, () => RulesDiffCommand.Create(context), RulesDiffCommand.Examples);
        }

        AddTo(root, args, "train", TrainCommand.Description, () => TrainCommand.Create(context), TrainCommand.Examples);
        AddTo(root, args, "evaluate", EvaluateCommand.Description, () => EvaluateCommand.Create(context), EvaluateCommand.Examples);
        AddTo(root, args, "tune", TuneCommand.Description, () => TuneCommand.Create(context), TuneCommand.Examples);
        AddTo(root, args, "report", ReportCommand.Description, () => ReportCommand.Create(context), ReportCommand.Examples);
        AddTo(root, args, "replay", ReplayCommand.Description, () => ReplayCommand.Create(context), ReplayCommand.Examples);
        AddTo(root, args, "compare", CompareCommand.Description, () => CompareCommand.Create(context), CompareCommand.Examples);
        Command model = AddTo(root, args, "model", "Show trained classifiers.", () => new Command("model"), []);
        if (args.Contains(model.Name, StringComparer.Ordinal) || IsDirective(args))
        {
            AddTo(model, args, "show", ModelShowCommand.Description, () => ModelShowCommand.Create(context), ModelShowCommand.Examples);
        }

        Command convert = AddTo(root, args, "convert", "Convert other formats of labelled conversations to JSON Lines.", () => new Command("convert"), []);
        if (args.Contains(convert.Name, StringComparer.Ordinal) || IsDirective(args))
        {
            AddTo(convert, args, "pan12", ConvertPan12Command.Description, () => ConvertPan12Command.Create(context), ConvertPan12Command.Examples);
        }

        AddTo(root, args, "workbench", WorkbenchCommand.Description, () => WorkbenchCommand.Create(context), WorkbenchCommand.Examples);
        AddTo(root, args, "synthesize", SynthesizeCommand.Description, () => SynthesizeCommand.Create(context), SynthesizeCommand.Examples);
        AddTo(root, args, "schema", SchemaCommand.Description, () => SchemaCommand.Create(context), SchemaCommand.Examples);
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples(_examples, context.Width);
        }

        _examples[root] =
        [
            "grooming-signals analyze samples/data/conversations.jsonl",
            "grooming-signals analyze chats.jsonl.gz --format ndjson --min-severity review --output review.ndjson",
            "grooming-signals rules list --tactic secrecy",
        ];
        return root;
    }

    private static bool IsDirective(IReadOnlyList<string> args) => args.Count > 0 && args[0].StartsWith('[');

    private Command AddTo(Command parent, IReadOnlyList<string> args, string name, string description, Func<Command> create, string[] examples)
    {
        Command command = args.Contains(name, StringComparer.Ordinal) || IsDirective(args) ? create() : new Command(name);
        command.Description = description;
        _examples[command] = examples;
        parent.Add(command);
        return command;
    }
}
