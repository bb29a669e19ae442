namespace ModerationService.Problems;

/// <summary>Tells as problems what the router answers itself, without a body: that there is no such path, or not with this method.</summary>
internal static class NoRoute
{
    public static void Use(WebApplication app) => app.Use((context, next) => context.GetEndpoint() is RouteEndpoint ? next(context) : RefuseAsync(context, next));

    private static async Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        switch (context.Response.StatusCode)
        {
            case StatusCodes.Status404NotFound:
                await ProblemWriter.WriteAsync(context, Problem.NoPath);
                break;
            case StatusCodes.Status405MethodNotAllowed:
                // The router does not know that what takes GET takes HEAD too.
                string allowed = context.Response.Headers.Allow.ToString();
                allowed = allowed.Split(", ").Contains(HttpMethods.Get) ? $"{allowed}, {HttpMethods.Head}" : allowed;
                context.Response.Headers.Allow = allowed;
                await ProblemWriter.WriteAsync(context, Problem.BadMethod(allowed));
                break;
        }
    }
}
