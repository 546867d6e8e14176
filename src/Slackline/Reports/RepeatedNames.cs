using System.Text;

namespace Slackline.Reports;

/// <summary>
/// Strings for a few names that a report repeats, so that each is made once. Threads may share it: at worst a name is made twice.
/// </summary>
internal sealed class RepeatedNames
{
    // A power of two.
    private const int MaxNames = 64;

    private const int MaxLength = 100;

    private readonly string?[] _names = new string?[MaxNames];

    /// <summary>The name as a string.</summary>
    public string Intern(ReadOnlySpan<byte> name)
    {
        if (name.Length is 0 or > MaxLength)
        {
            return Encoding.UTF8.GetString(name);
        }

        ref string? place = ref _names[(name[^1] + (name[name.Length / 2] * 7) + name.Length) & (MaxNames - 1)];
        string? known = place;
        return known is not null && Ascii.Equals(name, known) ? known : place = Encoding.UTF8.GetString(name);
    }
}
