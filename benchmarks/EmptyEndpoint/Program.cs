// What the load test measures the service against: the same server and route, which reads the same body and does nothing with it.
// Like the service, it does not watch the folder below which it starts: the store of the service beside it may be written there.
var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
var app = builder.Build();
app.MapPost("/v1/conversations/{id}/messages", async (HttpContext context) =>
{
    var reader = context.Request.BodyReader;
    while (true)
    {
        var result = await reader.ReadAsync(context.RequestAborted);
        reader.AdvanceTo(result.Buffer.End);
        if (result.IsCompleted)
        {
            return;
        }
    }
});
await app.RunAsync();
