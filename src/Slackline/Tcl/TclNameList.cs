using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Slackline.Tcl;

/// <summary>
/// The names that a command such as <c>get_fanin</c> returned, as they were printed. Nothing in such text tells that it is a list, so it is
/// read only where the command is known.
/// </summary>
internal sealed record TclNameList
{
    /// <summary>The names.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Whether every name has a line of its own; otherwise they are one Tcl list in one line.</summary>
    public bool IsOnePerLine { get; init; }

    /// <summary>Whether its lines end in CR LF.</summary>
    public bool CarriageReturns { get; init; }

    /// <summary>Whether the text ended without a line end after its last line.</summary>
    public bool NoFinalLineEnd { get; init; }

    private string LineEnd => CarriageReturns ? "\r\n" : "\n";

    /// <summary>Reads a list; one line is a Tcl list if Tcl would print it so. False when the names could not be printed back as the same
    /// text.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, [NotNullWhen(true)] out TclNameList? list)
    {
        var form = new TclNameList { Names = [], CarriageReturns = text.IndexOf("\r\n"u8) >= 0, NoFinalLineEnd = !text.EndsWith("\n"u8) };
        ReadOnlySpan<byte> body = form.NoFinalLineEnd ? text : text[..^form.LineEnd.Length];
        list = TryReadLine(body) is { } names
            ? form with { Names = names }
            : form with { Names = Encoding.UTF8.GetString(body).Split(form.LineEnd), IsOnePerLine = true };
        if (!list.IsPrintedAs(text))
        {
            list = null;
        }

        return list is not null;
    }

    /// <summary>The list as it was printed.</summary>
    public string Render()
    {
        string body = IsOnePerLine ? string.Join(LineEnd, Names) : TclList.Format([.. Names]);
        return NoFinalLineEnd ? body : body + LineEnd;
    }

    private static IReadOnlyList<string>? TryReadLine(ReadOnlySpan<byte> line)
    {
        try
        {
            IReadOnlyList<string> names = TclList.Parse(line);
            return Encoding.UTF8.GetBytes(TclList.Format([.. names])).AsSpan().SequenceEqual(line) ? names : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private bool IsPrintedAs(ReadOnlySpan<byte> text) => Encoding.UTF8.GetBytes(Render()).AsSpan().SequenceEqual(text);
}
