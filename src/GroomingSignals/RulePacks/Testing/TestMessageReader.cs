using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Conversations;
using GroomingSignals.RulePacks.Reading;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Testing;

/// <summary>Reads the messages of a test: <c>sender: text</c>, or the long form with <c>from</c>.</summary>
internal sealed class TestMessageReader(ValueReader values, ImmutableArray<Participant> cast)
{
    /// <summary>When every test begins: the noon of a Monday, UTC.</summary>
    internal static readonly DateTimeOffset Start = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private static readonly Choices<MessageTags> Tags = Choices<MessageTags>.Of(MessageTagNames.Named, MessageTagNames.NameOf);

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private DateTimeOffset _now = Start;

    public ImmutableArray<Message> Read(YamlNode? node)
    {
        var messages = ImmutableArray.CreateBuilder<Message>();
        foreach (var item in node is null ? [] : values.Items(node, "'messages'"))
        {
            if (values.Mapping(item, "A message") is not { } mapping)
            {
                continue;
            }

            var message = mapping.Find("from") is null ? Short(mapping) : Long(mapping, messages.Count == 0);
            if (message is null)
            {
                continue;
            }

            string id = message.Id ?? string.Create(CultureInfo.InvariantCulture, $"m{messages.Count + 1}");
            if (!_ids.Add(id))
            {
                values.Error(DiagnosticIds.RepeatedMessage, mapping, $"An earlier message of the test has the id '{id}'.");
            }

            messages.Add(message with { Id = id, Time = _now });
            _now += Pause;
        }

        return messages.DrainToImmutable();
    }

    private Message? Short(YamlMapping mapping)
    {
        if (mapping.Entries is not [{ Value: YamlScalar { Value.Length: > 0 } text } entry])
        {
            values.Error(
                DiagnosticIds.WrongShape, mapping, "A message is 'sender: text', or has 'from' and 'text', 'after', 'tags' or 'id'.");
            return null;
        }

        CastReader.CheckKnown(values, entry.Key, entry.Name, cast);
        return new Message { Sender = entry.Name, Text = text.Value };
    }

    private Message? Long(YamlMapping mapping, bool first)
    {
        var fields = new Fields(mapping, values, "A message");
        string? sender = fields.NeededText("from");
        string text = fields.Node("text") is { } said ? values.Text(said, "'text'") ?? "" : "";
        var tags = (fields.ManyOf("tags", Tags) ?? []).Aggregate(MessageTags.None, (all, tag) => all | tag);
        string? id = fields.Text("id");
        if (fields.Node("after") is { } after && values.Duration(after, "'after'") is { } span)
        {
            // The pause that stands for a missing 'after' is taken back.
            _now += first ? span : span - Pause;
        }

        fields.Done();
        if (sender is null)
        {
            return null;
        }

        CastReader.CheckKnown(values, fields.Node("from")!, sender, cast);
        if (text.Length == 0 && tags == MessageTags.None && fields.Node("tags") is null)
        {
            values.Error(DiagnosticIds.MissingField, mapping, "A message needs 'text', 'tags' or both.");
        }

        return new Message { Sender = sender, Text = text, Tags = tags, Id = id };
    }
}
