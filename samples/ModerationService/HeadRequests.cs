namespace ModerationService;

/// <summary>Serves HEAD as GET: the server itself leaves the body out. Router and endpoints see GET alone, metrics and logs what was asked.</summary>
internal static class HeadRequests
{
    /// <summary>Must stand before the router.</summary>
    public static void Use(WebApplication app) => app.Use((context, next) => HttpMethods.IsHead(context.Request.Method) ? AsGetAsync(context, next) : next(context));

    private static async Task AsGetAsync(HttpContext context, RequestDelegate next)
    {
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
        }
    }
}
