using GroomingSignals.Conversations;
using GroomingSignals.Hosting;
using GroomingSignals.Hosting.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddGroomingSignals(o =>
{
    // Beside these: o.PackPaths.Add("our-words.yaml"), o.PolicyPath, o.ModelPath, and bounds.
    o.SqlitePath = "state.db";
    o.Retention = TimeSpan.FromDays(180);
});
builder.Services.AddHealthChecks().AddGroomingSignals();

// Options, packs, policy and model are loaded here: what is wrong is thrown with every problem.
using var host = builder.Build();
await host.StartAsync();
var monitor = host.Services.GetRequiredService<ConversationMonitor>();

// The tenant is a word of your own. Participants come with the first message, or later: it is weighed anew.
var key = new ConversationKey("our-platform", "chat-17");
Participant[] participants = [new() { Id = "a", Age = AgeBand.Adult }, new() { Id = "b", Age = AgeBand.From13To15 }];
string[] texts = ["dont tell your mom ok", "send me a pic"];
for (int i = 0; i < texts.Length; i++)
{
    var message = new Message { Id = $"m{i + 1}", Sender = "a", Time = DateTimeOffset.UtcNow, Text = texts[i] };
    var report = await monitor.AppendAsync(key, message, participants);

    // Anything but Accepted (QueueFull, Stopping, StoreFull) was not taken in: send it again later.
    Console.WriteLine(report.Status == AppendStatus.Accepted
        ? $"{message.Id} {report.Messages[0]}: {report.Severity}, {(report.AlertRaised ? "an alert" : "no alert")}"
        : $"{message.Id} {report.Status}");
}

// Null when there is no such conversation: it was never heard of, or is erased, or past its retention.
var assessment = await monitor.AssessAsync(key);
Console.WriteLine(assessment is null ? "nothing known" : $"from {assessment.From} towards {assessment.Towards}: {string.Join(", ", assessment.Evidence.Select(e => e.RuleId))}");

// Reading removes nothing. Keep the cursor where you keep what you did with the alert, and begin there the next time.
var store = host.Services.GetRequiredService<IConversationStateStore>();
long cursor = 0;
foreach (var alert in await store.ReadAlertsAsync(key.Tenant, cursor, limit: 100))
{
    Console.WriteLine($"alert {alert.IdempotencyKey}: look at {alert.From} towards {alert.Towards}");
    cursor = alert.Cursor;
}

// Commits what was taken in.
await host.StopAsync();
