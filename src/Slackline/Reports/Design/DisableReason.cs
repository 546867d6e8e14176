
namespace Slackline.Reports.Design;

/// <summary>Why a timing edge is disabled.</summary>
/// <param name="Name"><c>constraint</c>, <c>constant</c>, <c>cond_default</c>, <c>loop</c>, or the variable that disables preset and clear
/// arcs.</param>
/// <param name="Sense">The sense that constants leave to it, <c>positive_unate</c> or <c>negative_unate</c>; null if they leave
/// none.</param>
/// <param name="Constants">The constant pins that disable it.</param>
public sealed record DisableReason(string Name, string? Sense, IReadOnlyList<ConstantPort> Constants)
{
    private static readonly RepeatedNames s_names = new();

    /// <summary>Takes the next reason in a line, without the comma before it.</summary>
    internal static DisableReason? TryTake(ref LineScanner words)
    {
        string name = s_names.Intern(words.TakeWord());
        bool isLast = !name.EndsWith(',');
        name = name.TrimEnd(',');
        if (name is not ("constraint" or "constant" or "cond_default" or "loop"
            or "timing_enable_preset_clear_arcs" or "sta_preset_clear_arcs_enabled"))
        {
            return null;
        }

        string? sense = null;
        var constants = new List<ConstantPort>();
        while (isLast && name == "constant" && !words.IsAtEnd)
        {
            string word = words.TakeName();
            isLast = !word.EndsWith(',');
            word = word.TrimEnd(',');
            if (word is "positive_unate" or "negative_unate")
            {
                sense = word;
            }
            else if (word.LastIndexOf('=') is > 0 and int equals)
            {
                constants.Add(new ConstantPort(word[..equals], word[(equals + 1)..]));
            }
            else
            {
                return null;
            }
        }

        return new DisableReason(name, sense, constants);
    }

    internal string ToText()
    {
        string sense = Sense is null ? "" : " " + Sense;
        return Constants.Count == 0
            ? Name + sense
            : Name + sense + string.Concat(Constants.Select(constant => $" {constant.Port}={constant.Value}"));
    }
}
