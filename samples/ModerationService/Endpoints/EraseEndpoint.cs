using GroomingSignals.Hosting;
using ModerationService.Intake;
using ModerationService.Keys;
using ModerationService.Limits;
using ModerationService.Problems;

namespace ModerationService.Endpoints;

/// <summary><c>DELETE /v1/conversations/{id}</c>: erases state, alerts and what participants had from it.</summary>
internal sealed class EraseEndpoint(ConversationMonitor monitor, KeyRing keys, TenantRates rates, ServiceOptions options, ILogger<EraseEndpoint> logger)
    : TenantEndpoint(keys, rates, options, logger)
{
    protected override async Task ServeAsync(HttpContext context, string tenant)
    {
        if (!await monitor.EraseAsync(new ConversationKey(tenant, PathId.Of(context))))
        {
            throw new RequestException(Problem.NoConversation);
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
