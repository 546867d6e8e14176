using Slackline.Tcl;

namespace Slackline.Sessions;

/// <summary>What a tool says of itself at the start of a session. All that differs between versions is decided from this.</summary>
public sealed class StaFeatures
{
    private readonly string _reportChecksUsage;

    private StaFeatures(string version, string tclVersion, string reportChecksUsage)
    {
        Version = version;
        TclVersion = tclVersion;
        _reportChecksUsage = reportChecksUsage;
    }

    /// <summary>The version of OpenSTA: <c>2.0.17</c>, <c>3.1.0</c>.</summary>
    public string Version { get; }

    /// <summary>The version of Tcl inside it.</summary>
    public string TclVersion { get; }

    /// <summary>The option that bounds the paths of a group: <c>-group_path_count</c>, or <c>-group_count</c> in old versions.</summary>
    public string GroupCountOption => Accepts("-group_path_count") ? "-group_path_count" : "-group_count";

    /// <summary>The option that bounds the paths of an endpoint: <c>-endpoint_path_count</c>, or <c>-endpoint_count</c> in old versions.</summary>
    public string EndpointCountOption => Accepts("-endpoint_path_count") ? "-endpoint_path_count" : "-endpoint_count";

    /// <summary>
    /// A report_checks command in the words of this version. Versions renamed two options and kept what they do; a command may use
    /// either name.
    /// </summary>
    public string Translate(string command) => command
        .Replace(" -group_path_count ", $" {GroupCountOption} ", StringComparison.Ordinal)
        .Replace(" -group_count ", $" {GroupCountOption} ", StringComparison.Ordinal)
        .Replace(" -endpoint_path_count ", $" {EndpointCountOption} ", StringComparison.Ordinal)
        .Replace(" -endpoint_count ", $" {EndpointCountOption} ", StringComparison.Ordinal);

    internal static StaFeatures Parse(string dictionary)
    {
        IReadOnlyList<string> words = TclList.Parse(dictionary);
        return new StaFeatures(Value("version"), Value("tcl"), Value("report_checks"));

        string Value(string key)
        {
            for (int i = 0; i + 1 < words.Count; i += 2)
            {
                if (words[i] == key)
                {
                    return words[i + 1];
                }
            }

            return "";
        }
    }

    private bool Accepts(string option) => _reportChecksUsage.Contains("[" + option + " ", StringComparison.Ordinal);
}
