using ModerationService;
using ModerationService.Keys;

if (args is ["new-key", var tenant])
{
    ApiKey key = ApiKey.Make(tenant);
    Console.WriteLine($"key:    {key.Text}");
    Console.WriteLine($"config: {{ \"tenant\": \"{key.Entry.Tenant}\", \"id\": \"{key.Entry.Id}\", \"sha256\": \"{key.Entry.Sha256}\" }}");
    return;
}

await using WebApplication app = ServiceHost.Build(args);
await app.StartAsync();
StartNotice.Write(app, Console.Out);
await app.WaitForShutdownAsync();
