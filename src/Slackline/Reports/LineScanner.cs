using System.Text;

namespace Slackline.Reports;

/// <summary>Splits a line into its words.</summary>
internal ref struct LineScanner(ReadOnlySpan<byte> line)
{
    /// <summary>The part that has not been taken.</summary>
    public ReadOnlySpan<byte> Rest { get; private set; } = line;

    /// <summary>Whether all of the line was taken.</summary>
    public readonly bool IsAtEnd => Rest.IsEmpty;

    /// <summary>Takes this text if it comes next.</summary>
    public bool TryTake(scoped ReadOnlySpan<byte> text)
    {
        if (!Rest.StartsWith(text))
        {
            return false;
        }

        Rest = Rest[text.Length..];
        return true;
    }

    /// <summary>Takes the next word and the spaces before it; it is empty at the end.</summary>
    public ReadOnlySpan<byte> TakeWord()
    {
        ReadOnlySpan<byte> rest = Rest.TrimStart((byte)' ');
        int end = rest.IndexOf((byte)' ');
        end = end < 0 ? rest.Length : end;
        Rest = rest[end..];
        return rest[..end];
    }

    /// <summary>Takes the last word and the spaces around it; it is empty when there is none.</summary>
    public ReadOnlySpan<byte> TakeLastWord()
    {
        ReadOnlySpan<byte> rest = Rest.TrimEnd((byte)' ');
        int start = rest.LastIndexOf((byte)' ') + 1;
        Rest = rest[..start].TrimEnd((byte)' ');
        return rest[start..];
    }

    /// <summary>Takes the next word as a name.</summary>
    public string TakeName() => Encoding.UTF8.GetString(TakeWord());

    /// <summary>Takes the next word as a whole number without a sign.</summary>
    public bool TryTakeCount(out int count) => DecimalText.TryReadCount(TakeWord(), out count);

    /// <summary>Takes all that is left.</summary>
    public string TakeRest()
    {
        string rest = Encoding.UTF8.GetString(Rest);
        Rest = default;
        return rest;
    }
}
