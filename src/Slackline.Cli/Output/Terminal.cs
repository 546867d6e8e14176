using System.Globalization;
using System.Runtime.InteropServices;

namespace Slackline.Cli.Output;

/// <summary>The properties of standard output and standard error.</summary>
internal static class Terminal
{
    private const int UsualWidth = 80;
    private const nuint WindowSize = 0x5413;
    private const int OutputNumber = 1;
    private const int ErrorNumber = 2;

    /// <summary>Colours only on a terminal that has them, and not where NO_COLOR asks for none.</summary>
    public static bool HasColours =>
        !Console.IsOutputRedirected && IsAble && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Its width in characters; 0 when standard output is not a terminal.</summary>
    public static int Width => Console.IsOutputRedirected ? 0 : WidthOf(OutputNumber);

    /// <summary>Whether standard error is a terminal on which a line can be erased. Emacs' shell and CI logs cannot.</summary>
    public static bool CanErase => IsErrorShown && IsAble;

    /// <summary>Whether standard error is a terminal.</summary>
    public static bool IsErrorShown => !Console.IsErrorRedirected;

    /// <summary>The width of the terminal that standard error is.</summary>
    public static int ErrorWidth => WidthOf(ErrorNumber);

    private static bool IsAble => Environment.GetEnvironmentVariable("TERM") is { Length: > 0 } kind && kind != "dumb";

    // Not from Console, which would send the terminal escape sequences before it answers.
    private static int WidthOf(int descriptor) =>
        Ask(descriptor, WindowSize, out Size size) == 0 && size.Columns > 0 ? size.Columns
        : int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns)
            && columns > 0 ? columns
        : UsualWidth;

    [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Ask(int descriptor, nuint request, out Size size);

    [StructLayout(LayoutKind.Sequential)]
    private struct Size
    {
        public ushort Rows;
        public ushort Columns;
        public ushort Width;
        public ushort Height;
    }
}
