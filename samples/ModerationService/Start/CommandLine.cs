using GroomingSignals.Hosting;

namespace ModerationService.Start;

/// <summary>What the arguments ask for. What the configuration would pass over in silence, a word that stands alone or a setting without a value, is a complaint.</summary>
/// <param name="Help">True when the usage is asked for.</param>
/// <param name="NewKey">The tenant that a key is to be made for; null when none is.</param>
/// <param name="Complaint">What is not usable; null when nothing is, and the service is to start unless something else is asked for.</param>
internal sealed record CommandLine(bool Help = false, string? NewKey = null, string? Complaint = null)
{
    /// <summary>The settings that a service may have beside its own sections: those of the framework.</summary>
    private static readonly string[] Roots =
    [
        "urls", "http_ports", "https_ports", "environment", "contentRoot", "applicationName", "shutdownTimeoutSeconds", "AllowedHosts", "Logging", "Kestrel",
        .. KnownSettings.Sections,
    ];

    public static CommandLine Parse(string[] args)
    {
        if (args.Any(a => a is "--help" or "-h" or "-?" or "help"))
        {
            return new CommandLine(Help: true);
        }

        return args is ["new-key", ..] ? ParseNewKey(args) : new CommandLine(Complaint: ComplaintOf(args));
    }

    private static CommandLine ParseNewKey(string[] args)
    {
        if (args is not [_, { Length: > 0 } tenant])
        {
            return new CommandLine(Complaint: "new-key needs a tenant, and nothing else.");
        }

        try
        {
            _ = new ConversationKey(tenant, "any");
            return new CommandLine(NewKey: tenant);
        }
        catch (ArgumentException e)
        {
            return new CommandLine(Complaint: e.Message);
        }
    }

    private static string? ComplaintOf(string[] args)
    {
        for (int i = 0; i < args.Length; i++)
        {
            string arg = args[i];
            int equals = arg.IndexOf('=', StringComparison.Ordinal);
            string name = (equals < 0 ? arg : arg[..equals]).TrimStart('-', '/');
            if (equals < 0 && !arg.StartsWith("--", StringComparison.Ordinal))
            {
                return $"'{arg}' is neither a command nor a setting.";
            }

            if (!Roots.Contains(name.Split(':')[0], StringComparer.OrdinalIgnoreCase))
            {
                return $"'{arg}' is no setting of the service.";
            }

            if (equals < 0 && (++i == args.Length || args[i].StartsWith("--", StringComparison.Ordinal)))
            {
                return $"'{arg}' has no value.";
            }
        }

        return null;
    }
}
