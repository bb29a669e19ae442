using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Rules;

/// <summary>What a condition selected in the message. Reused.</summary>
internal sealed class RuleMatch
{
    private readonly List<TextSpan> _spans = [];

    /// <summary>The selected spans, in the order in which they were found.</summary>
    public IReadOnlyList<TextSpan> Spans => _spans;

    public int Count => _spans.Count;

    /// <summary>The strongest view among the matches.</summary>
    public TextView View { get; private set; }

    /// <summary>The role of the first match.</summary>
    public DiscourseRole Role { get; private set; }

    /// <summary>The earlier claim that the message contradicts.</summary>
    public AgeClaim? Contradicted { get; private set; }

    private bool _any;

    public void Clear()
    {
        _spans.Clear();
        View = TextView.Folded;
        Role = DiscourseRole.Enacting;
        Contradicted = null;
        _any = false;
    }

    public void Add(TextSpan span, TextView view, DiscourseRole role)
    {
        View = _any ? (TextView)Math.Min((int)View, (int)view) : view;
        Role = _any ? Role : role;
        _any = true;
        if (!_spans.Contains(span))
        {
            _spans.Add(span);
        }
    }

    public void Contradict(AgeClaim claim) => Contradicted = claim;

    /// <summary>Takes back what a condition selected that did not hold after all.</summary>
    public void Return(int count)
    {
        _spans.RemoveRange(count, _spans.Count - count);
        _any = count > 0 && _any;
    }

    /// <summary>The spans in order of the text, without those inside others.</summary>
    public TextSpan[] Ordered()
    {
        var sorted = _spans.OrderBy(s => s.Start).ThenByDescending(s => s.End).ToList();
        var kept = new List<TextSpan>(sorted.Count);
        foreach (var span in sorted)
        {
            if (kept.Count == 0 || span.End > kept[^1].End)
            {
                kept.Add(span);
            }
        }

        return [.. kept];
    }
}
