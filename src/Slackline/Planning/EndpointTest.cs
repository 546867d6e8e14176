using Slackline.Queries.Evaluation;
using Slackline.Queries.Model;

namespace Slackline.Planning;

/// <summary>
/// Which endpoints a filter lets pass at all, as far as the names of their pins tell. Reports name some endpoints by their pin and others by its instance, so a pin may
/// pass when either does.
/// </summary>
internal sealed class EndpointTest
{
    // Between an instance and its port; which one it is, the tool can be told.
    private static ReadOnlySpan<byte> Dividers => "/.|@:#"u8;

    private readonly Func<byte[], bool> _mayPass;

    private EndpointTest(Func<byte[], bool> mayPass) => _mayPass = mayPass;

    /// <summary>The test that a filter makes; null when it lets any endpoint pass.</summary>
    public static EndpointTest? Of(FilterNode filter) => Compile(filter) is { } mayPass ? new EndpointTest(mayPass) : null;

    /// <summary>Whether a path that ends at a pin may pass.</summary>
    /// <param name="pin">The pin's name, or that of a port.</param>
    public bool MayPass(ReadOnlySpan<byte> pin)
    {
        if (_mayPass(pin.ToArray()))
        {
            return true;
        }

        foreach (byte divider in Dividers)
        {
            int end = pin.LastIndexOf(divider);
            if (end > 0 && _mayPass(pin[..end].ToArray()))
            {
                return true;
            }
        }

        return false;
    }

    // Null where nothing is asked of the endpoint alone.
    private static Func<byte[], bool>? Compile(FilterNode node)
    {
        switch (node)
        {
            case TextNode { Column: ColumnId.Endpoint } text:
                TextMatcher matcher = FilterCompiler.Compile(text.Test);
                return name => matcher.Matches(name) != text.Negated;
            case AndNode and:
                Func<byte[], bool>[] all = [.. and.Parts.Select(Compile).OfType<Func<byte[], bool>>()];
                return all.Length == 0 ? null : name => Array.TrueForAll(all, test => test(name));
            case OrNode or:
                Func<byte[], bool>?[] any = [.. or.Parts.Select(Compile)];
                return any.Contains(null) ? null : name => Array.Exists(any, test => test!(name));
            default:
                return null;
        }
    }
}
