using Slackline.Tcl;

namespace Slackline.Fuzz;

/// <summary>Any text is a Tcl list, whose elements come back when they are written and read again; or is refused.</summary>
internal sealed class TclTarget : IFuzzTarget
{
    public void Run(byte[] input)
    {
        string[] elements;
        try
        {
            elements = [.. TclList.Parse(input)];
        }
        catch (FormatException)
        {
            return;
        }

        string list = TclList.Format(elements);
        if (!TclList.Parse(list).SequenceEqual(elements))
        {
            throw new BrokenPromiseException($"Read again, this list has other elements: {list}");
        }
    }
}
