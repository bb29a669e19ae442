namespace ModerationService.Problems;

/// <summary>Why a request was not served, as problem details (RFC 9457). The codes are stable; details name fields and limits, never a message's text.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable code.</param>
/// <param name="Title">What it means.</param>
/// <param name="Detail">What to do; null when the title says it.</param>
/// <param name="RetryAfterSeconds">When to try again; null when that would not help.</param>
internal sealed record Problem(int Status, string Code, string Title, string? Detail = null, int? RetryAfterSeconds = null)
{
    public static Problem NoKey { get; } = new(401, "no-key", "The request has no valid API key.", "Send 'Authorization: Bearer KEY' or 'X-Api-Key: KEY'.");

    public static Problem TooFast { get; } = new(429, "rate-limit", "The tenant sends more requests than it may.", null, 1);

    public static Problem TooMuchInFlight { get; } = new(429, "bodies-in-flight", "Too many bodies are being read.", "Send the request again later.", 1);

    public static Problem QueueFull { get; } = new(429, "queue-full", "As many messages wait as the service allows.", "Send them again later; nothing was taken in.", 1);

    public static Problem Stopping { get; } = new(503, "stopping", "The service is shutting down.", "Send the request again; nothing was taken in.", 2);

    public static Problem StoreFull { get; } = new(507, "store-full", "The store is full, and this needs more room.", "Nothing was taken in. Erase, shorten the retention, raise the limit, or give the disk more room.");

    public static Problem NoRoom { get; } = new(507, "store-full", "The store is full, and this needs more room.", "Nothing is changed, and nothing lost: give the disk of the store more room, and ask again.");

    public static Problem StoreFailed { get; } = new(503, "store-failed", "The store did not take the request.", "Nothing is acknowledged: send it again. What did reach the store is told as a duplicate.", 1);

    public static Problem Failed { get; } = new(500, "internal", "The service failed.");

    public static Problem NoConversation { get; } = new(404, "unknown-conversation", "The tenant has no such conversation.");

    public static Problem NoParticipant { get; } = new(404, "unknown-participant", "The tenant has no conversation in which this participant has written to a possible minor.");

    public static Problem NotFollowed { get; } = new(404, "not-followed", "The service does not follow participants.", "GroomingSignals:FollowParticipants is false.");

    public static Problem NoPath { get; } = new(404, "unknown-path", "There is nothing at this path.", "GET / shows what there is.");

    public static Problem NotJson { get; } = new(415, "not-json", "The body must be application/json.");

    public static Problem BadCharset { get; } = new(415, "bad-charset", "The Content-Type names a charset that is not read.", "Send UTF-8, as JSON is, with 'charset=utf-8' or without a charset.");

    public static Problem BadEncoding { get; } = new(415, "bad-encoding", "The Content-Encoding is not read.", "Send the body as it is, not compressed.");

    public static Problem BadId { get; } = new(
        400, "bad-id", "The id in the path is not escaped as UTF-8.", "Write each byte that needs it as '%' and two hexadecimal digits, and a '%' itself as '%25', in a path without '.' or '..'.");

    public static Problem TooSlow { get; } = new(408, "too-slow", "The body came too slowly.");

    public static Problem TimedOut { get; } = new(504, "timed-out", "The answer took too long.", null, 1);

    public static Problem BadMethod(string allowed) => new(405, "bad-method", "The path does not take this method.", $"It takes {allowed}.");

    public static Problem TooLarge(long bytes) => new(413, "too-large", $"The body is longer than {bytes} bytes.", "Send fewer messages at once.");

    public static Problem Bad(string code, string title, string? detail = null) => new(400, code, title, detail);
}
