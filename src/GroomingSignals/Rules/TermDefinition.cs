namespace GroomingSignals.Rules;

/// <summary>A distinct history term: what is recorded, under which stable hash, for whose roles, and how far back any rule looks for it.</summary>
/// <param name="Hash">The stable hash of <see cref="HistoryTerm.Key"/>.</param>
/// <param name="Of">The condition on one message.</param>
/// <param name="Roles">The discourse roles of the rules that have it, one bit each.</param>
/// <param name="Messages">The longest window in messages.</param>
/// <param name="Time">The longest window in milliseconds; 0 when no rule limits it by time alone.</param>
internal sealed record TermDefinition(uint Hash, Condition Of, int Roles, int Messages, long Time);
