using System.CommandLine;
using GroomingSignals.Assessment;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Output;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Rules;

namespace GroomingSignals.Cli.Commands;

/// <summary><c>rules explain RULE INPUT</c>: why a rule fired, or did not.</summary>
internal static class RulesExplainCommand
{
    public const string Description = "Show why a rule fired in a conversation, or did not: message by message, condition by condition.";

    public static string[] Examples { get; } =
    [
        "grooming-signals rules explain GS-SEC-001 chats.jsonl --conversation c-17",
        "grooming-signals rules explain GS-SEC-001 chats.jsonl --show-text",
    ];

    public static Command Create(CommandContext context)
    {
        var id = new Argument<string>("RULE") { Description = "The id of the rule." };
        var input = new Argument<string>("INPUT") { Description = "A file of conversations; - is standard input." };
        var conversation = new Option<string?>("--conversation") { HelpName = "ID", Description = "Which conversation. The first unless given." };
        var showText = new Option<bool>("--show-text") { Description = "Quote the words that conditions found." };
        Option<string[]> rules = OptionFactory.Rules();
        Option<string?> policy = OptionFactory.Policy();
        var command = new Command("explain") { id, input, conversation, showText, rules, policy };
        command.SetAction(parsed =>
        {
            RiskAnalyzer analyzer = AnalyzerLoader.Load(parsed.GetRequiredValue(rules), parsed.GetValue(policy));
            Rule rule = RulesShowCommand.Find(analyzer.RuleSet, parsed.GetRequiredValue(id));
            Conversation found = Find(parsed.GetRequiredValue(input), parsed.GetValue(conversation), context);
            RuleTrace? trace = null;
            if (Refusal.Of(() => trace = analyzer.Trace(found, rule.Id)) is { } refusal)
            {
                throw new CommandException(refusal);
            }

            var detail = new TableDetail(Explain: true, parsed.GetValue(showText), Marks: !context.Colour);
            Report.Table(context, RuleTraceRenderer.Render(trace!, rule.Title, found, detail, context.Width));
            return ExitCode.Clean;
        });
        return command;
    }

    /// <summary>Malformed lines before the conversation that is looked for are not in the way; one instead of it is named.</summary>
    private static Conversation Find(string input, string? id, CommandContext context)
    {
        Conversation? found = null;
        ReadError? error = null;
        foreach (ConversationRecord record in new InputFiles([input], context).Records())
        {
            using (record)
            {
                if (found is not null)
                {
                    context.Error.WriteLine("grooming-signals: only the first conversation is explained; --conversation ID explains another");
                    break;
                }

                ReadResult<Conversation> result = record.Parse();
                if (result.IsValue && string.Equals(result.Value.Id, id ?? result.Value.Id, StringComparison.Ordinal))
                {
                    found = result.Value;
                    if (id is not null)
                    {
                        break;
                    }
                }

                error ??= result.Error;
            }
        }

        if (found is not null)
        {
            return found;
        }

        string missing = id is null ? $"{input}: holds no conversation" : $"{input}: holds no conversation '{id}'";
        throw new CommandException(error is null ? missing : $"{missing}; {error}");
    }
}
