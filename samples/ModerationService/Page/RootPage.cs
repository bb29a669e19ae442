using System.Text.Json;

namespace ModerationService.Page;

/// <summary>The page at the root: what the service is, how to call it, and its live figures. It loads nothing from elsewhere and may run nothing but its own script.</summary>
internal static class RootPage
{
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(WebApplication app)
    {
        var figures = app.Services.GetRequiredService<LiveFigures>();
        Map(app, "/", "index.html", "text/html; charset=utf-8");
        Map(app, "/page.css", "page.css", "text/css; charset=utf-8");
        Map(app, "/page.js", "page.js", "text/javascript; charset=utf-8");
        app.MapGet("/live", async context =>
        {
            Harden(context.Response);
            context.Response.ContentType = "application/json";
            await using (var writer = new Utf8JsonWriter(context.Response.BodyWriter))
            {
                figures.Write(writer);
            }

            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        });
    }

    private static void Map(WebApplication app, string path, string name, string type)
    {
        using var stream = typeof(RootPage).Assembly.GetManifestResourceStream("page/" + name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        app.MapGet(path, async context =>
        {
            Harden(context.Response);
            context.Response.ContentType = type;
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        });
    }

    private static void Harden(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
    }
}
