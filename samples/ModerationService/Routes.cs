using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using ModerationService.Api;
using ModerationService.Endpoints;
using ModerationService.Page;
using ModerationService.Problems;

namespace ModerationService;

/// <summary>Which address is served by what.</summary>
internal static class Routes
{
    public static void Map(WebApplication app)
    {
        HeadRequests.Use(app);
        app.UseRouting();
        NoRoute.Use(app);
        var append = app.Services.GetRequiredService<AppendEndpoint>();
        var assessment = app.Services.GetRequiredService<AssessmentEndpoint>();
        var participant = app.Services.GetRequiredService<ParticipantEndpoint>();
        var erase = app.Services.GetRequiredService<EraseEndpoint>();
        var alerts = app.Services.GetRequiredService<AlertsEndpoint>();
        var v1 = app.MapGroup("/v1");

        v1.MapPost("/conversations/{id}/messages", append.HandleAsync);
        v1.MapGet("/conversations/{id}/assessment", assessment.HandleAsync);
        v1.MapGet("/participants/{id}/assessment", participant.HandleAsync);
        v1.MapDelete("/conversations/{id}", erase.HandleAsync);
        v1.MapGet("/alerts", alerts.HandleAsync);

        ApiDocument.Map(app);
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = HealthWriter.WriteAsync });
        RootPage.Map(app);
    }
}
