using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GroomingSignals.Workbench.Assets;
using GroomingSignals.Workbench.Security;
using Microsoft.AspNetCore.Http;

namespace GroomingSignals.Workbench.Api;

/// <summary>From a request to an answer: the gate, the page's files, and the calls of the page.</summary>
internal sealed class WorkbenchRoutes(RequestGate gate, WorkbenchSession session)
{
    private const string ApiPrefix = "api/";

    public async Task Handle(HttpContext context)
    {
        SecurityHeaders.Write(context.Response.Headers);
        (int status, string path) = gate.Check(context);
        if (status != StatusCodes.Status200OK)
        {
            context.Response.StatusCode = status;
            return;
        }

        if (path.StartsWith(ApiPrefix, StringComparison.Ordinal))
        {
            await Call(context, path[ApiPrefix.Length..]).ConfigureAwait(false);
            return;
        }

        await Serve(context, path).ConfigureAwait(false);
    }

    private static async Task Serve(HttpContext context, string path)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || PageFiles.Find(path) is not { } file)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = file.Type;
        await context.Response.Body.WriteAsync(file.Content, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task Call(HttpContext context, string name)
    {
        try
        {
            await ((HttpMethods.IsGet(context.Request.Method), name) switch
            {
                (true, "state") => Answer(context, session.State(), WorkbenchJson.Default.StateAnswer),
                (true, "policy") => Answer(context, session.Standing(), WorkbenchJson.Default.PolicyStanding),
                (false, "open") => Answer(context, session.Open(), WorkbenchJson.Default.PolicyStanding),
                (false, "queue") => Post(context, WorkbenchJson.Default.QueueRequest, session.Queue, WorkbenchJson.Default.QueuePage),
                (false, "point") => Post(context, WorkbenchJson.Default.PointRequest, session.Point, WorkbenchJson.Default.PointAnswer),
                (false, "curve") => Post(context, WorkbenchJson.Default.PointRequest, session.Curve, WorkbenchJson.Default.CurveAnswer),
                (false, "conversation") => Post(context, WorkbenchJson.Default.ConversationRequest, session.Conversation, WorkbenchJson.Default.ConversationView),
                (false, "reveal") => Post(context, WorkbenchJson.Default.RevealRequest, session.Reveal, WorkbenchJson.Default.RevealedMessage),
                (false, "break") => Answer(context, session.Rest(), WorkbenchJson.Default.RevealCount),
                (false, "save") => Post(context, WorkbenchJson.Default.SaveRequest, session.Save, WorkbenchJson.Default.SaveAnswer),
                _ => Refuse(context, StatusCodes.Status404NotFound, "There is no such call."),
            }).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            await Refuse(context, StatusCodes.Status400BadRequest, "The request is not what this call takes.").ConfigureAwait(false);
        }
        catch (ArgumentOutOfRangeException e)
        {
            // Of the planner's assumptions: the sentence, without the name of a parameter.
            await Refuse(context, StatusCodes.Status400BadRequest, e.Message.Split(" (Parameter")[0]).ConfigureAwait(false);
        }
        catch (WorkbenchRefusal e)
        {
            await Refuse(context, e.IsWrong ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict, e.Message).ConfigureAwait(false);
        }
    }

    private static async Task Post<TRequest, TAnswer>(
        HttpContext context, JsonTypeInfo<TRequest> request, Func<TRequest, TAnswer> work, JsonTypeInfo<TAnswer> answer)
        where TRequest : class
    {
        if (!context.Request.HasJsonContentType())
        {
            await Refuse(context, StatusCodes.Status415UnsupportedMediaType, "A call takes application/json.").ConfigureAwait(false);
            return;
        }

        TRequest asked = await context.Request.ReadFromJsonAsync(request, context.RequestAborted).ConfigureAwait(false) ?? throw new JsonException();
        await Answer(context, work(asked), answer).ConfigureAwait(false);
    }

    private static Task Answer<T>(HttpContext context, T value, JsonTypeInfo<T> type) => context.Response.WriteAsJsonAsync(value, type);

    private static Task Refuse(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new ErrorAnswer(reason), WorkbenchJson.Default.ErrorAnswer);
    }
}
