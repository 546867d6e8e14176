using Slackline.Timing;

namespace Slackline.Streams.Spooling;

/// <summary>The columns of the table <c>points</c> and the words in them. They are a file format: what is changed here needs a new version of it.</summary>
internal static class PointColumnNames
{
    /// <summary>The number of the path, as in the table <c>paths</c>.</summary>
    public const string Path = "path";

    /// <summary>The row's place in the path's printed table, from 0.</summary>
    public const string Row = "row";

    /// <summary>The value of <see cref="RowForm"/>.</summary>
    public const string Form = "form";

    /// <summary>Whether the row is a pin's or a port's; for whoever reads the file, since it follows from the description.</summary>
    public const string IsPin = "is_pin";
    /// <summary>The value of <see cref="PathPart"/>: launching clock, data, capturing clock; for whoever reads the file.</summary>
    public const string Part = "part";
    public const string Description = "description";

    /// <summary>
    /// Whether the edge shown is a rising one; null where none is shown. A flag and not a word, since the offsets of texts compress badly:
    /// those of <c>^</c> and <c>v</c> took a seventh of the file.
    /// </summary>
    public const string Rising = "rising";
    public const string Delay = "delay";
    public const string Time = "time";
    public const string Slew = "slew";
    public const string Capacitance = "capacitance";
    public const string Variation = "variation";
    public const string Fanout = "fanout";
    public const string Attribute = "attribute";
    public const string Instance = "instance";
    public const string X = "x";
    public const string Y = "y";
    public const string SlewSpread = "slew_spread";
    public const string DelaySpread = "delay_spread";
    public const string TimeSpread = "time_spread";
}
