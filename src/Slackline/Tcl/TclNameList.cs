using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Slackline.Tcl;

/// <summary>
/// The names that a command such as <c>get_fanin</c> returned, as they were printed. Nothing in such text tells that it is a list, so it is read only where
/// the command is known.
/// </summary>
public sealed record TclNameList
{
    /// <summary>The names.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Whether every name has a line of its own; otherwise they are one Tcl list in one line.</summary>
    public bool IsOnePerLine { get; init; }

    /// <summary>Whether the text ended without a line end after its last line.</summary>
    public bool NoFinalLineEnd { get; init; }

    /// <summary>Reads a list; one line is a Tcl list if Tcl would print it so. False when the names could not be printed back as the same text.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, [NotNullWhen(true)] out TclNameList? list)
    {
        bool noFinalLineEnd = !text.EndsWith("\n"u8);
        ReadOnlySpan<byte> body = noFinalLineEnd ? text : text[..^1];
        list = TryReadLine(body) ?? new TclNameList { Names = Encoding.UTF8.GetString(body).Split('\n'), IsOnePerLine = true };
        list = list with { NoFinalLineEnd = noFinalLineEnd };
        if (!list.IsPrintedAs(text))
        {
            list = null;
        }

        return list is not null;
    }

    /// <summary>The list as it was printed.</summary>
    public string Render()
    {
        string body = IsOnePerLine ? string.Join('\n', Names) : TclList.Format([.. Names]);
        return NoFinalLineEnd ? body : body + "\n";
    }

    private static TclNameList? TryReadLine(ReadOnlySpan<byte> line)
    {
        try
        {
            var list = new TclNameList { Names = TclList.Parse(line), NoFinalLineEnd = true };
            return list.IsPrintedAs(line) ? list : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private bool IsPrintedAs(ReadOnlySpan<byte> text) => Encoding.UTF8.GetBytes(Render()).AsSpan().SequenceEqual(text);
}
