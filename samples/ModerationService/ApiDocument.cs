using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ModerationService.Intake;

namespace ModerationService;

/// <summary>What the OpenAPI document says beyond what the routes do: keys, path and query parameters, answers.</summary>
internal static class ApiDocument
{
    private const string Key = "apiKey";

    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "GroomingSignals moderation service",
                Version = "1",
                Description = "Takes chat messages in, follows risk, and keeps an outbox of alerts. A score is a reason to look, never a verdict: a trained person decides.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The API key of a tenant." },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(async (operation, context, cancellationToken) =>
        {
            string path = context.Description.RelativePath ?? "";
            operation.Parameters = Parameters(path);
            operation.Responses = Responses(operation.OperationId);
            if (path.EndsWith("messages", StringComparison.Ordinal))
            {
                // Stated here and not as metadata of the route, since the framework would answer another type of body itself, without a problem.
                context.Document!.AddComponent(nameof(MessageRequest), await context.GetOrCreateSchemaAsync(typeof(MessageRequest), null, cancellationToken));
                operation.RequestBody = new OpenApiRequestBody
                {
                    Required = true,
                    Content = Json(new OpenApiSchemaReference(nameof(MessageRequest), context.Document)),
                };
            }
        });
    }

    private static List<IOpenApiParameter> Parameters(string path)
    {
        var parameters = new List<IOpenApiParameter>();
        if (path.Contains("{id}", StringComparison.Ordinal))
        {
            parameters.Add(new OpenApiParameter
            {
                Name = "id",
                In = ParameterLocation.Path,
                Required = true,
                Description = "The id, at most 256 UTF-16 code units.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 256 },
            });
        }

        if (path.EndsWith("alerts", StringComparison.Ordinal))
        {
            parameters.Add(Number("after", "The cursor of the last alert that was dealt with; 0 to begin."));
            parameters.Add(Number("limit", "How many at most, from 1 to 1000; 100 unless said otherwise."));
        }

        return parameters;
    }

    private static OpenApiParameter Number(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
    };

    private static OpenApiResponses Responses(string? operation)
    {
        var responses = new OpenApiResponses
        {
            [string.Equals(operation, "erase", StringComparison.Ordinal) ? "204" : "200"] = Answer(operation),
            ["400"] = Problem("Something in the request is not usable."),
            ["401"] = Problem("No valid API key."),
            ["429"] = Problem("Too many requests, or as many messages wait as may: send again later."),
            ["503"] = Problem("The store failed or the service is stopping: send again."),
        };
        if (string.Equals(operation, "append", StringComparison.Ordinal))
        {
            responses["408"] = Problem("The body came too slowly.");
            responses["413"] = Problem("The body is too long.");
            responses["415"] = Problem("The body is not JSON.");
            responses["507"] = Problem("The conversation is new and the store is full.");
        }
        else if (!string.Equals(operation, "alerts", StringComparison.Ordinal))
        {
            responses["404"] = Problem("The tenant has no such conversation or participant.");
        }

        return responses;
    }

    private static OpenApiResponse Answer(string? operation)
    {
        var response = new OpenApiResponse { Description = Description(operation) };
        if (!string.Equals(operation, "erase", StringComparison.Ordinal))
        {
            response.Content = Json(new OpenApiSchema { Type = JsonSchemaType.Object });
        }

        return response;
    }

    private static Dictionary<string, OpenApiMediaType> Json(IOpenApiSchema schema) =>
        new(StringComparer.Ordinal) { ["application/json"] = new OpenApiMediaType { Schema = schema } };

    private static string Description(string? operation) => operation switch
    {
        "append" => "Committed: messages (applied, applied-late, duplicate or id-conflict, in order), severity, risk, currentRisk, alertRaised, messageCount.",
        "assess" => "The assessment: data-schemas/assessment.schema.json.",
        "assessParticipant" => "The assessment: data-schemas/participant-assessment.schema.json.",
        "erase" => "Erased.",
        _ => "alerts, and next: the cursor to ask with.",
    };

    private static OpenApiResponse Problem(string description) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/problem+json"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } },
        },
    };
}
