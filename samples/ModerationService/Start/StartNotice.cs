using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using GroomingSignals.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using ModerationService.Keys;

namespace ModerationService.Start;

/// <summary>Tells whoever starts the service where it is, where its settings and its state are, and how to speak to it.</summary>
internal static class StartNotice
{
    public static void Write(WebApplication app, TextWriter output)
    {
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        string? path = app.Services.GetRequiredService<IOptions<GroomingSignalsOptions>>().Value.SqlitePath;
        output.WriteLine($"address: {address}");
        string settings = Path.GetFullPath("appsettings.json", app.Environment.ContentRootPath);
        output.WriteLine($"config:  {settings}{(File.Exists(settings) ? "" : " (not there)")}");
        output.WriteLine($"store:   {(path is null ? "memory; it ends with the process" : Path.GetFullPath(path))}");
        if (app.Services.GetService<ApiKey>() is not { } key)
        {
            output.WriteLine("API key: those of the configuration (ApiKeys)");
            return;
        }

        // A conversation of its own at each start: in that of the last one the message would be a duplicate.
        string conversation = $"{address}/v1/conversations/try-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        output.WriteLine($"API key: {key.Text}");
        output.WriteLine($$$"""
            The configuration has no key, so this one was made: it is of tenant '{{{key.Entry.Tenant}}}' and the next start makes another.
            To keep it, start with: --ApiKeys:0:tenant {{{key.Entry.Tenant}}} --ApiKeys:0:id {{{key.Entry.Id}}} --ApiKeys:0:sha256 {{{key.Entry.Sha256}}}
            For a tenant of your own: new-key TENANT
            try:     curl -H 'Authorization: Bearer {{{key.Text}}}' -H 'Content-Type: application/json' -d '{"id":"m1","sender":"a","text":"dont tell your mom ok","participants":[{"id":"a","age":{"band":"adult"}},{"id":"b","age":{"band":"13-15"}}]}' {{{conversation}}}/messages
                     curl -H 'Authorization: Bearer {{{key.Text}}}' {{{conversation}}}/assessment
            """);
    }

    /// <summary>Tells a new key, and the settings that know it.</summary>
    public static void Write(ApiKey key, TextWriter output)
    {
        string tenant = JsonEncodedText.Encode(key.Entry.Tenant, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        output.WriteLine($"key:      {key.Text}");
        output.WriteLine($$"""settings: { "ApiKeys": [{ "tenant": "{{tenant}}", "id": "{{key.Entry.Id}}", "sha256": "{{key.Entry.Sha256}}" }] }""");
        output.WriteLine("The key is shown once. The settings belong in appsettings.json, in the folder where the service is started, and the start prints its path; they know it by its hash.");
    }
}
