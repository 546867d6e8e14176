using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Slackline.Cli.Commands;

/// <summary>An option that takes a number of a range; null unless it is given or there is a default.</summary>
internal sealed class NumberOption<T> : Option<T?>, IValueOption
    where T : struct, INumber<T>, IMinMaxValue<T>
{
    private static readonly bool s_isWhole = typeof(T) != typeof(double);

    private readonly T _from;
    private readonly T _to;

    public NumberOption(string name, string description, T from, T to, T? unless, params string[] aliases)
        : base(name, aliases)
    {
        _from = from;
        _to = to;
        Description = description;
        HelpName = "N";
        CustomParser = Read;
        if (unless is not null)
        {
            DefaultValueFactory = _ => unless;
        }
    }

    /// <inheritdoc/>
    public string Takes
    {
        get
        {
            string kind = s_isWhole ? "a whole number" : "a number";
            return _from == T.MinValue && _to == T.MaxValue ? kind
                : _to == T.MaxValue ? string.Create(CultureInfo.InvariantCulture, $"{kind} from {_from} on")
                : string.Create(CultureInfo.InvariantCulture, $"{kind} from {_from} to {_to}");
        }
    }

    private T? Read(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        NumberStyles styles = NumberStyles.AllowLeadingSign | (s_isWhole ? 0 : NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent);
        if (T.TryParse(text, styles, CultureInfo.InvariantCulture, out T value) && T.IsFinite(value) && value >= _from && value <= _to)
        {
            return value;
        }

        result.AddError(Mistakes.Takes(result, Takes, text));
        return null;
    }
}
