using System.Text;

namespace Slackline.Reports;

/// <summary>Finds the line in which the tool prints its version when it starts.</summary>
internal static class ToolVersions
{
    /// <summary>The version that a line names: <c>OpenSTA 2.6.0</c>, <c>OpenROAD v2.0-7090</c>; null when it names none.</summary>
    public static string? Find(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> name = line.StartsWith("OpenSTA "u8) ? "OpenSTA "u8 : line.StartsWith("OpenROAD "u8) ? "OpenROAD "u8 : default;
        if (name.IsEmpty)
        {
            return null;
        }

        ReadOnlySpan<byte> version = line[name.Length..].TrimEnd("\r\n"u8);
        int space = version.IndexOf((byte)' ');
        version = space < 0 ? version : version[..space];
        return version.ContainsAnyInRange((byte)'0', (byte)'9') ? Encoding.UTF8.GetString(name) + Encoding.UTF8.GetString(version) : null;
    }
}
