using System.Text.Json.Serialization;

namespace ModerationService.Intake;

/// <summary>Reading of requests, generated at build time. A field that is not known is an error: a misspelt age would be an age that is not known.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, MaxDepth = 8,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(MessageRequest))]
internal sealed partial class ServiceJson : JsonSerializerContext;
