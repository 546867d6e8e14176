using System.Text.RegularExpressions;

namespace Slackline.Tests.Queries;

/// <summary>What bus() and level() mean, said as plainly as possible.</summary>
internal static partial class PlainNames
{
    /// <summary>The instance of a pin.</summary>
    public static string Instance(string pin) => pin.LastIndexOf('/') is >= 0 and int slash ? pin[..slash] : pin.LastIndexOf('.') is >= 0 and int dot ? pin[..dot] : pin;

    /// <summary>A name with a star for its bit, looked for at its end, and then at that of its instance.</summary>
    public static string Bus(string name, string instance) => Index().IsMatch(name) ? Starred(name) : Starred(instance) + name[instance.Length..];

    /// <summary>The first levels of an instance's name.</summary>
    public static string Level(string instance, int levels) =>
        string.Concat(Divider().Split(instance).Take((2 * levels) - 1));

    private static string Starred(string name) => Index().Replace(name, static index => Digits().Replace(index.Value, "*"));

    [GeneratedRegex(@"(?<=[^/.])(\\\[[0-9]+\\\]|(?<!\\)\[[0-9]+\]|\[[0-9]+\]|_[0-9]+_)+$")]
    private static partial Regex Index();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"((?<!\\)[/.])")]
    private static partial Regex Divider();
}
