using GroomingSignals;
using GroomingSignals.Hosting;
using GroomingSignals.Hosting.Storage;
using GroomingSignals.Participants;
using ModerationService.Keys;
using ModerationService.Limits;
using ModerationService.Problems;

namespace ModerationService.Endpoints;

/// <summary>
/// <c>GET /v1/participants/{id}/assessment</c>: merges what the conversations have to say. Nothing merged is kept, so that a conversation that was
/// erased is gone from here too.
/// </summary>
internal sealed class ParticipantEndpoint(
    ConversationMonitor monitor, IConversationStateStore store, IServiceProvider services, KeyRing keys, TenantRates rates, ServiceOptions options,
    ILogger<ParticipantEndpoint> logger) : QuestionEndpoint(keys, rates, options, logger)
{
    protected override async Task AnswerAsync(HttpContext context, string tenant, CancellationToken cancellationToken)
    {
        string id = monitor.IdOf(tenant, IdOf(context));
        var records = await store.ReadParticipantAsync(tenant, id, Options.ParticipantConversations, cancellationToken);
        if (records.Count == 0)
        {
            throw new RequestException(Problem.NoParticipant);
        }

        var state = new ParticipantState(id);
        foreach (var record in records)
        {
            state.Merge(ParticipantState.FromSnapshot(record.Data.Span));
        }

        await WriteAsync(context, services.GetRequiredService<RiskAnalyzer>().Assess(state), ParticipantAssessmentJson.Write, cancellationToken);
    }
}
