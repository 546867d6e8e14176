namespace Slackline.Demo.Netlist;

/// <summary>Names as Verilog and as hierarchical paths write them.</summary>
internal static class VerilogName
{
    /// <summary>A name that is no plain identifier becomes an escaped one: a backslash before, a blank after.</summary>
    public static string Escape(string name) => IsPlain(name) ? name : $"\\{name} ";

    /// <summary>
    /// An instance name inside a hierarchical path: brackets and dividers that belong to the name itself get a
    /// backslash, or they would be read as a bus index or as a level of hierarchy.
    /// </summary>
    public static string InPath(string name) =>
        IsPlain(name)
            ? name
            : name.Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("[", "\\[", StringComparison.Ordinal)
                .Replace("]", "\\]", StringComparison.Ordinal)
                .Replace("/", "\\/", StringComparison.Ordinal);

    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}/{name}";

    private static bool IsPlain(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return true;
    }
}
