using System.Text;
using Slackline.Queries;
using Slackline.Queries.Syntax;

namespace Slackline.Fuzz;

/// <summary>Any text is a filter, or is refused with a <see cref="FilterException"/> and nothing else.</summary>
internal sealed class FilterTarget : IFuzzTarget
{
    public void Run(byte[] input)
    {
        try
        {
            PathFilter.Parse(Encoding.UTF8.GetString(input));
        }
        catch (FilterException error)
        {
            // The picture points into the text, so that a wrong place shows here.
            _ = error.Picture;
        }
    }
}
