using GroomingSignals.Assessment;
using GroomingSignals.Hosting;
using ModerationService.Intake;
using ModerationService.Keys;
using ModerationService.Limits;
using ModerationService.Problems;

namespace ModerationService.Endpoints;

/// <summary><c>GET /v1/conversations/{id}/assessment</c></summary>
internal sealed class AssessmentEndpoint(ConversationMonitor monitor, KeyRing keys, TenantRates rates, ServiceOptions options, ILogger<AssessmentEndpoint> logger)
    : QuestionEndpoint(keys, rates, options, logger)
{
    protected override async Task AnswerAsync(HttpContext context, string tenant, CancellationToken cancellationToken)
    {
        var assessment = await monitor.AssessAsync(new ConversationKey(tenant, PathId.Of(context)), cancellationToken)
            ?? throw new RequestException(Problem.NoConversation);
        await WriteAsync(context, assessment, AssessmentJson.Write, cancellationToken);
    }
}
