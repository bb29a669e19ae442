using GroomingSignals.Hosting;
using GroomingSignals.Participants;
using Microsoft.Extensions.Options;
using ModerationService.Intake;
using ModerationService.Keys;
using ModerationService.Limits;
using ModerationService.Problems;

namespace ModerationService.Endpoints;

/// <summary><c>GET /v1/participants/{id}/assessment</c></summary>
internal sealed class ParticipantEndpoint(
    ConversationMonitor monitor, IOptions<GroomingSignalsOptions> analyzer, KeyRing keys, TenantRates rates, ServiceOptions options, ILogger<ParticipantEndpoint> logger)
    : QuestionEndpoint(keys, rates, options, logger)
{
    protected override async Task AnswerAsync(HttpContext context, string tenant, CancellationToken cancellationToken)
    {
        if (!analyzer.Value.FollowParticipants)
        {
            throw new RequestException(Problem.NotFollowed);
        }

        var assessment = await monitor.AssessParticipantAsync(tenant, PathId.Of(context), cancellationToken) ?? throw new RequestException(Problem.NoParticipant);
        await WriteAsync(context, assessment, ParticipantAssessmentJson.Write, cancellationToken);
    }
}
