using GroomingSignals.Assessment;

namespace GroomingSignals.Rules;

/// <summary>What a participant said of their own age, and where.</summary>
/// <param name="From">The least age in years that it implies.</param>
/// <param name="To">The greatest.</param>
/// <param name="MessageId">The message, as results name it.</param>
/// <param name="Span">Where in the message.</param>
internal sealed record AgeClaim(int From, int To, string MessageId, TextSpan Span);
