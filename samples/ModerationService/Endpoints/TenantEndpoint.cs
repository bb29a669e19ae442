using System.Data.Common;
using GroomingSignals.Hosting.Storage;
using ModerationService.Keys;
using ModerationService.Limits;
using ModerationService.Problems;

namespace ModerationService.Endpoints;

/// <summary>Serves one kind of request for whoever has a key, and tells every failure as a problem.</summary>
internal abstract class TenantEndpoint(KeyRing keys, TenantRates rates, ServiceOptions options, ILogger logger)
{
    protected ServiceOptions Options { get; } = options;

    /// <summary>Serves a request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        Problem problem;
        try
        {
            if (keys.TenantOf(context) is not { } tenant)
            {
                problem = Problem.NoKey;
            }
            else if (!rates.Allows(tenant))
            {
                problem = Problem.TooFast;
            }
            else
            {
                await ServeAsync(context, tenant);
                return;
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e)
        {
            problem = ProblemOf(e);
            if (problem.Status >= StatusCodes.Status500InternalServerError)
            {
                Log.RequestFailed(logger, problem.Code, e.GetType().Name);
            }
        }

        await ProblemWriter.WriteAsync(context, problem);
    }

    protected abstract Task ServeAsync(HttpContext context, string tenant);

    private Problem ProblemOf(Exception exception) => exception switch
    {
        RequestException e => e.Problem,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problem.TooLarge(Options.BodyBytes),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => Problem.TooSlow,
        BadHttpRequestException => Problem.Bad("bad-request", "The request is not HTTP as it should be."),
        ArgumentException e => Problem.Bad("bad-value", WithoutParameter(e)),
        StateStoreException { IsFull: true } => Problem.NoRoom,
        StateStoreException or DbException => Problem.StoreFailed,
        OperationCanceledException => Problem.TimedOut,
        _ => Problem.Failed,
    };

    private static string WithoutParameter(ArgumentException exception)
    {
        int parameter = exception.Message.IndexOf(" (Parameter", StringComparison.Ordinal);
        return parameter < 0 ? exception.Message : exception.Message[..parameter];
    }
}
