using GroomingSignals.Hosting;
using ModerationService.Intake;
using ModerationService.Keys;
using ModerationService.Limits;
using ModerationService.Problems;

namespace ModerationService.Endpoints;

/// <summary><c>POST /v1/conversations/{id}/messages</c>: takes messages in and answers when they are committed.</summary>
internal sealed class AppendEndpoint(
    ConversationMonitor monitor, RequestMapper mapper, BodyBudget budget, KeyRing keys, TenantRates rates, ServiceOptions options, ILogger<AppendEndpoint> logger)
    : TenantEndpoint(keys, rates, options, logger)
{
    protected override async Task ServeAsync(HttpContext context, string tenant)
    {
        BodyForm.Check(context.Request);
        long taken = budget.Take(context.Request.ContentLength);
        if (taken < 0)
        {
            throw new RequestException(Problem.TooMuchInFlight);
        }

        try
        {
            var request = await RequestReader.ReadAsync(context);
            var report = await AppendAsync(new ConversationKey(tenant, PathId.Of(context)), request);
            if (report.Status == AppendStatus.Accepted)
            {
                AppendWriter.Write(context.Response, report);
                return;
            }

            throw new RequestException(report.Status switch
            {
                AppendStatus.QueueFull => Problem.QueueFull,
                AppendStatus.Stopping => Problem.Stopping,
                _ => Problem.StoreFull,
            });
        }
        finally
        {
            budget.Give(taken);
        }
    }

    /// <summary>Once messages are given in, the client's going away changes nothing: what is committed is committed.</summary>
    private ValueTask<AppendReport> AppendAsync(ConversationKey key, MessageRequest request)
    {
        var participants = RequestMapper.Participants(request.Participants);
        return request.Messages is null
            ? monitor.AppendAsync(key, mapper.Message(request), participants)
            : monitor.AppendAsync(key, mapper.Batch(request), participants);
    }
}
