using ModerationService;
using ModerationService.Keys;
using ModerationService.Start;

var command = CommandLine.Parse(args);
if (command.Complaint is { } complaint)
{
    await Console.Error.WriteLineAsync($"{complaint} See --help.");
    return 2;
}

if (command.Help)
{
    Usage.Write(Console.Out);
    return 0;
}

if (command.NewKey is { } tenant)
{
    StartNotice.Write(ApiKey.Make(tenant), Console.Out);
    return 0;
}

WebApplication? app = null;
try
{
    app = ServiceHost.Build(args);
    await app.StartAsync();
}
catch (Exception e) when (StartFailure.Describe(e) is not null)
{
    await Console.Error.WriteLineAsync($"The service does not start. {StartFailure.Describe(e)}");
    await (app?.DisposeAsync() ?? default);
    return 2;
}

await using (app)
{
    StartNotice.Write(app, Console.Out);
    await app.WaitForShutdownAsync();
    return 0;
}
