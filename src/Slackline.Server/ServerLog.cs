using Microsoft.Extensions.Logging;

namespace Slackline.Server;

/// <summary>Warnings and errors go to standard error; standard output belongs to the protocol.</summary>
internal static class ServerLog
{
    /// <summary>Sets the log up.</summary>
    public static void Configure(ILoggingBuilder log) => log
        .AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace)
        .SetMinimumLevel(LogLevel.Warning)
        // The first warns of every call that its client gave up, the second of every request that is too large or broken: either would fill
        // the log.
        .AddFilter("ModelContextProtocol", LogLevel.Error)
        .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical);
}
