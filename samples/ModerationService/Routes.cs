using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using ModerationService.Endpoints;
using ModerationService.Page;
using ModerationService.Problems;

namespace ModerationService;

/// <summary>Which address is served by what.</summary>
internal static class Routes
{
    public static void Map(WebApplication app)
    {
        NoRoute.Use(app);
        var append = app.Services.GetRequiredService<AppendEndpoint>();
        var assessment = app.Services.GetRequiredService<AssessmentEndpoint>();
        var participant = app.Services.GetRequiredService<ParticipantEndpoint>();
        var erase = app.Services.GetRequiredService<EraseEndpoint>();
        var alerts = app.Services.GetRequiredService<AlertsEndpoint>();
        var v1 = app.MapGroup("/v1");

        Describe(
            v1.MapPost("/conversations/{id}/messages", (Delegate)append.HandleAsync),
            "append", "Take one message or several in", "Answered when they are committed. Send what was not answered again: ids make that harmless.");
        Describe(
            v1.MapGet("/conversations/{id}/assessment", (Delegate)assessment.HandleAsync),
            "assess", "Assess a conversation", "As data-schemas/assessment.schema.json describes it.");
        Describe(
            v1.MapGet("/participants/{id}/assessment", (Delegate)participant.HandleAsync),
            "assessParticipant", "Assess a participant over all their conversations", "As data-schemas/participant-assessment.schema.json describes it.");
        Describe(
            v1.MapDelete("/conversations/{id}", (Delegate)erase.HandleAsync),
            "erase", "Erase a conversation", "State, alerts, and what participants had from it.");
        Describe(
            v1.MapGet("/alerts", (Delegate)alerts.HandleAsync),
            "alerts", "Read the alerts behind a cursor", "JSON, or one a line with 'Accept: application/x-ndjson'. Reading removes nothing.");

        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = HealthWriter.WriteAsync });
        RootPage.Map(app);
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint, string name, string summary, string description) =>
        endpoint.WithName(name).WithSummary(summary).WithDescription(description).WithTags("v1");
}
