using Microsoft.Extensions.Options;
using ModerationService;
using ModerationService.Keys;

if (args is ["new-key", var tenant])
{
    ApiKey key = ApiKey.Make(tenant);
    Console.WriteLine($"key:    {key.Text}");
    Console.WriteLine($"config: {{ \"tenant\": \"{key.Entry.Tenant}\", \"id\": \"{key.Entry.Id}\", \"sha256\": \"{key.Entry.Sha256}\" }}");
    return 0;
}

try
{
    await using WebApplication app = ServiceHost.Build(args);
    await app.StartAsync();
    StartNotice.Write(app, Console.Out);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception e) when (e is OptionsValidationException or InvalidOperationException)
{
    // A setting that is not usable: what it says is enough, where it was thrown helps nobody.
    await Console.Error.WriteLineAsync($"The service does not start. {e.Message}");
    return 2;
}
