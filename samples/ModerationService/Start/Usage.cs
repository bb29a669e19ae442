namespace ModerationService.Start;

/// <summary>What <c>--help</c> prints.</summary>
internal static class Usage
{
    private const int Width = 110;

    public static void Write(TextWriter output)
    {
        output.WriteLine("""
            A moderation service: takes chat messages in, follows risk, and keeps an outbox of alerts.
            A score is a reason to look, never a verdict: a trained person decides.

            Usage:
              ModerationService [--SETTING VALUE]...   start the service
              ModerationService new-key TENANT         make an API key, and the settings that know it
              ModerationService --help                 show this

            Examples:
              dotnet run -c Release --project samples/ModerationService
              dotnet run -c Release --project samples/ModerationService -- --urls http://127.0.0.1:8080
              dotnet run -c Release --project samples/ModerationService -- --GroomingSignals:SqlitePath memory
              dotnet run -c Release --project samples/ModerationService -- --GroomingSignals:Retention 180.00:00:00
              dotnet run -c Release --project samples/ModerationService -- new-key my-platform

            Settings stand in appsettings.json of the current folder (the start prints its path), in the environment
            (GroomingSignals__SqlitePath) or among the arguments (--GroomingSignals:SqlitePath).
            A time span is written [days.]hours:minutes:seconds. A setting that is not known is refused.
            Several packs are numbered: GroomingSignals:PackPaths:0, GroomingSignals:PackPaths:1; one alone needs no number.
            Those of the framework hold too: urls, Logging, Kestrel.
            """);
        Names(output, $"{KnownSettings.Analyzer}:", KnownSettings.OfAnalyzer);
        Names(output, $"{KnownSettings.Service}:", KnownSettings.OfService);
        Names(output, $"{KnownSettings.Keys}:N:", KnownSettings.OfKey);
        output.WriteLine();
        output.WriteLine("Exit codes: 0 when it ended as asked, 2 when it did not start.");
    }

    private static void Names(TextWriter output, string section, string[] names)
    {
        output.WriteLine();
        output.Write(section);
        int column = Width;
        foreach (string name in names)
        {
            if (column + name.Length + 2 > Width)
            {
                output.WriteLine();
                output.Write(' ');
                column = 1;
            }

            output.Write($" {name}");
            column += name.Length + 1;
        }

        output.WriteLine();
    }
}
