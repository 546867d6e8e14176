using System.Globalization;

namespace Slackline.Demo;

/// <summary>A percentage that counts up on one line of a terminal; silent where standard error is no terminal.</summary>
internal sealed class ProgressLine : IProgress<double>
{
    private int _shown;

    public static ProgressLine? ForTerminal() => Console.IsErrorRedirected ? null : new ProgressLine();

    public void Report(double value)
    {
        var percent = (int)(100 * value);
        if (percent > _shown)
        {
            _shown = percent;
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\rwriting {percent} %"));
        }
    }

    /// <summary>Makes room for the output that follows.</summary>
    public static void Clear()
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write("\r              \r");
        }
    }
}
