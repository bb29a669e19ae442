using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ModerationService.Keys;

namespace ModerationService;

/// <summary>Tells whoever starts the service where it is and how to speak to it.</summary>
internal static class StartNotice
{
    public static void Write(WebApplication app, TextWriter output)
    {
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        output.WriteLine($"address: {address}");
        if (app.Services.GetService<ApiKey>() is not { } key)
        {
            output.WriteLine("API key: those of the configuration (ApiKeys)");
            return;
        }

        output.WriteLine($"API key: {key.Text}");
        output.WriteLine("This key is of tenant 'default' and ends with the process, since the configuration has none. Make a lasting one: new-key TENANT");
        output.WriteLine($$$"""
            try:     curl -H 'Authorization: Bearer {{{key.Text}}}' -H 'Content-Type: application/json' -d '{"id":"m1","sender":"a","text":"dont tell your mom ok","participants":[{"id":"a","age":{"band":"adult"}},{"id":"b","age":{"band":"13-15"}}]}' {{{address}}}/v1/conversations/c1/messages
                     curl -H 'Authorization: Bearer {{{key.Text}}}' {{{address}}}/v1/conversations/c1/assessment
            """);
    }
}
