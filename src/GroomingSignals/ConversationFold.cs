using System.Numerics;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Features;
using GroomingSignals.Matching;
using GroomingSignals.Policy;
using GroomingSignals.Rules;
using GroomingSignals.Scoring;
using GroomingSignals.Tracking;

namespace GroomingSignals;

/// <summary>Read and fold: takes one message into a state. Thread-safe for different states.</summary>
internal sealed class ConversationFold(MessageReader reader, RuleIndex index, RiskPolicy policy, PeakKeeper peaks, FeatureSetup? features)
{
    private readonly PeakKeeper _peaks = peaks;
    private readonly RuleWaker _waker = new(index);
    private readonly HistoryRecorder _recorder = new(index);

    public PeakKeeper Peaks => _peaks;

    public AppendResult Append(ConversationState state, Message message)
    {
        if (message.Id is not null && (message.IsRepeat ? true : state.Seen.Find(message)) is { } same)
        {
            if (!same)
            {
                throw new ArgumentException($"The message id '{message.Id}' was seen among the last {SeenMessages.Window} messages with other content.", nameof(message));
            }

            state.Notes.Add(NoteCodes.DuplicateIgnored);
            return _peaks.Result(state, Severity.None, duplicate: true);
        }

        var before = PeakKeeper.Headline(state)?.PeakSeverity ?? Severity.None;
        int speaker = Arrival.SenderOf(state, message.Sender, policy.StateBytes);
        int ordinal = state.MessageCount++;
        state.Features?.Forget();
        var time = Arrival.TimeOf(state, message);
        if (message.Id is not null)
        {
            state.Seen.Add(message);
        }

        if (speaker >= 0)
        {
            state.Initiator = ordinal == 0 ? speaker : state.Initiator;
            Fold(state, message, speaker, ordinal, time);
            var participant = state.Participants[speaker];
            participant.Messages++;
            participant.LastOrdinal = ordinal;
        }

        return _peaks.Result(state, before, duplicate: false);
    }

    private void Fold(ConversationState state, Message message, int speaker, int ordinal, long? time)
    {
        var scratch = FoldScratch.Mine;
        var signals = scratch.Signals;
        bool later = state.History.Count > 0 || state.Pairs.Count > 0;
        reader.Read(scratch.Reading, message.Text, policy.MessageCharacters, signals, later, all: scratch.Tracer is not null || message.Tags != MessageTags.None);
        Note(state, message, signals);
        if (state.Features is { } tallies)
        {
            FoldFeatures(state, tallies, signals, message, speaker, ordinal);
        }

        if (signals.Count == 0 && message.Tags == MessageTags.None)
        {
            Listen(state, speaker, ordinal);
            return;
        }

        var candidates = scratch.Candidates(index.Rules.Length);
        _waker.Wake(candidates, signals, message.Tags);
        var participant = state.Participants[speaker];
        var context = new MessageContext(ordinal, time, state.FirstTime, message.Tags, participant.Age, participant.Claim);
        scratch.Evaluator.Begin(index, signals, state.History, context);
        _recorder.Record(scratch.Evaluator, signals, message.Tags, speaker, context);
        bool matched = false;
        if (candidates.ContainsAnyExcept(0UL))
        {
            bool all = Listeners.Choose(state, speaker, scratch.Listeners);
            foreach (int listener in scratch.Listeners)
            {
                matched |= Pair(state, scratch, candidates, context, speaker, listener, message);
            }

            if (matched && !all)
            {
                state.Notes.Add(NoteCodes.ListenerLimit);
            }
        }

        if (_recorder.Remember(state.History, scratch.Evaluator.History.Now, ordinal, time) is > 0 and int lost)
        {
            state.Notes.Add(NoteCodes.HistoryEvicted, count: lost);
        }

        Claim(participant, signals, message, ordinal);
        if (state.Pairs.Count > 0 || _peaks.IsFused(state))
        {
            Protect(state, signals, speaker);
            _peaks.Update(state, speaker, ordinal);
            Room.Make(state, policy.StateBytes);
        }
        else if (signals.Count > 0)
        {
            Room.Make(state, policy.StateBytes);
        }
    }

    private void FoldFeatures(ConversationState state, FeatureState tallies, MessageSignals signals, Message message, int speaker, int ordinal)
    {
        int speakers = tallies.Speakers.Count;
        if (!features!.Fold.Fold(tallies, signals, message.Tags, speaker, ordinal, message.Time?.ToUnixTimeMilliseconds()))
        {
            state.Notes.Add(NoteCodes.ClassifierSpeakers);
        }

        if (tallies.Speakers.Count > speakers)
        {
            Room.Make(state, policy.StateBytes);
        }
    }

    /// <summary>A message in which no rule found anything still moves the classifier.</summary>
    private void Listen(ConversationState state, int speaker, int ordinal)
    {
        if (_peaks.IsFused(state))
        {
            int before = state.Pairs.Count;
            _peaks.Update(state, speaker, ordinal);
            if (state.Pairs.Count > before)
            {
                Room.Make(state, policy.StateBytes);
            }
        }
    }

    /// <summary>The id of a message; where it has none its index, which is made only where something refers to it.</summary>
    private static string IdOf(Message message, int ordinal) => message.Id ?? ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private bool Pair(
        ConversationState state, FoldScratch scratch, ReadOnlySpan<ulong> candidates, in MessageContext context, int speaker, int listener, Message message)
    {
        var evaluator = scratch.Evaluator;
        var speaking = state.Participants[speaker].AsSpeaker(speaker, state.Initiator == speaker);
        var listening = state.Participants[listener].AsListener(listener, state.Initiator == listener);
        evaluator.Pair(speaking, listening);
        var woken = scratch.Woken(candidates);
        bool matched = false;
        for (int word = 0; word < woken.Length; word++)
        {
            // The order is kept while matches wake later rules in the same word.
            for (int bit = 0; bit < 64 && woken[word] >> bit != 0; bit++)
            {
                bit += BitOperations.TrailingZeroCount(woken[word] >> bit);
                int ruleIndex = (word * 64) + bit;
                var rule = index.Rules[ruleIndex];
                scratch.Tracer?.Try(rule, state, scratch, context, speaking, listening, IdOf(message, context.Ordinal));
                var truth = evaluator.Evaluate(rule);
                if (truth == Truth.Unknown)
                {
                    state.Notes.Add(NoteCodes.ConditionUnknown, rule.Id);
                }

                if (truth == Truth.True || (truth == Truth.Unknown && rule.UnknownIsMatch))
                {
                    matched = true;
                    var spans = evaluator.Match.Ordered();
                    Tally(state, rule, ruleIndex, evaluator.Match, spans, context, speaker, listener, IdOf(message, context.Ordinal));
                    if (rule.Mode == RuleMode.Live)
                    {
                        evaluator.Matched(rule, spans);
                        _waker.WakeTactic(woken, rule, ruleIndex);
                        _recorder.RecordTactic(evaluator.History.Now, rule, speaker, listener, context);
                    }
                }
            }
        }

        return matched;
    }

    private void Tally(
        ConversationState state, Rule rule, int ruleIndex, RuleMatch match, TextSpan[] spans, in MessageContext context, int speaker, int listener, string messageId)
    {
        var pair = state.PairOf(speaker, listener);
        if (pair is null)
        {
            pair = new TrackedPair { From = speaker, Towards = listener };
            state.Pairs.Add(pair);
        }

        var tally = pair.TallyOf(rule.Id);
        if (tally is null)
        {
            tally = new RuleTally { RuleId = rule.Id, Rule = ruleIndex, FirstOrdinal = context.Ordinal };
            pair.Tallies.Add(tally);
        }

        bool scored = rule.Mode == RuleMode.Live;
        int points = 0;
        long? now = state.LastTime;
        if (scored)
        {
            long factor = policy.Scoring.ViewFactors[(int)match.View];
            int full = tally.ScoredHits == 0 ? rule.Score.LogOdds : rule.Score.Repeat;
            points = TallyPoints.Add(tally, (int)(full * factor / 1_000_000), rule.Score.Cap, PairScorer.ValueAt(tally, rule, now));
            tally.ScoredHits++;
            pair.Obfuscated |= match.View != TextView.Folded;
        }

        tally.Hits++;
        tally.LastTime = now;
        pair.LastOrdinal = context.Ordinal;
        pair.Evidence.Add(new EvidenceRecord
        {
            RuleId = rule.Id,
            Ordinal = context.Ordinal,
            MessageId = messageId,
            Spans = spans.Length > 8 ? spans[..8] : spans,
            EarlierMessageId = match.Contradicted?.MessageId,
            EarlierSpan = match.Contradicted?.Span ?? default,
            View = match.View,
            Role = match.Role,
            Points = points,
            Shadow = !scored,
        });
    }

    private void Claim(TrackedParticipant participant, MessageSignals signals, Message message, int ordinal)
    {
        foreach (ref readonly var hit in signals.Hits)
        {
            if (hit.Role == DiscourseRole.Enacting && index.IsClaim(hit.Cue))
            {
                participant.Says(new AgeClaim(hit.Value, hit.ValueTo, IdOf(message, ordinal), new TextSpan(hit.Start, hit.End)));
            }
        }
    }

    /// <summary>Refusing and disclosing, said by the one at risk, raise the urgency for the counterpart's review.</summary>
    private void Protect(ConversationState state, MessageSignals signals, int speaker)
    {
        bool refused = false;
        bool disclosed = false;
        foreach (var role in index.Set.Cues.Roles)
        {
            foreach (ref readonly var hit in signals.Hits)
            {
                if (hit.Cue == role.Lexicon && hit.Role == role.Role)
                {
                    refused |= role.Role == DiscourseRole.Refusing;
                    disclosed |= role.Role == DiscourseRole.Disclosing;
                }
            }
        }

        if (!refused && !disclosed)
        {
            return;
        }

        foreach (var pair in state.Pairs)
        {
            if (pair.Towards == speaker && pair.ScoredHits > 0)
            {
                pair.Refused |= refused;
                pair.Disclosed |= disclosed;
            }
        }
    }

    private static void Note(ConversationState state, Message message, MessageSignals signals)
    {
        if (signals.TextTruncated)
        {
            state.Notes.Add(NoteCodes.TextTruncated);
        }

        if (signals.HitsTruncated)
        {
            state.Notes.Add(NoteCodes.MatchesTruncated);
        }

        if ((message.Tags & MessageTags.Other) != MessageTags.None)
        {
            state.Notes.Add(NoteCodes.TagUnknown);
        }
    }
}
