using System.Text.Json.Serialization;
using GroomingSignals.Workbench.Points;
using GroomingSignals.Workbench.Queue;
using GroomingSignals.Workbench.Review;
using GroomingSignals.Workbench.Settings;
using GroomingSignals.Workbench.Wellness;

namespace GroomingSignals.Workbench.Api;

/// <summary>Everything that goes over the wire, generated at build time. What a request says that is not known is refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(WellnessSettings))]
[JsonSerializable(typeof(StateAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(QueueRequest))]
[JsonSerializable(typeof(QueuePage))]
[JsonSerializable(typeof(PointRequest))]
[JsonSerializable(typeof(PointAnswer))]
[JsonSerializable(typeof(CurveAnswer))]
[JsonSerializable(typeof(ConversationRequest))]
[JsonSerializable(typeof(ConversationView))]
[JsonSerializable(typeof(RevealRequest))]
[JsonSerializable(typeof(RevealedMessage))]
[JsonSerializable(typeof(RevealCount))]
[JsonSerializable(typeof(SaveRequest))]
[JsonSerializable(typeof(SaveAnswer))]
[JsonSerializable(typeof(PolicyStanding))]
internal sealed partial class WorkbenchJson : JsonSerializerContext;
