namespace Slackline.Cli.Output;

/// <summary>What standard output is.</summary>
internal static class Terminal
{
    /// <summary>Colours only on a terminal, and not where NO_COLOR asks for none.</summary>
    public static bool HasColours => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Its width in characters; 0 when standard output is no terminal.</summary>
    public static int Width => Console.IsOutputRedirected ? 0 : Console.WindowWidth;
}
