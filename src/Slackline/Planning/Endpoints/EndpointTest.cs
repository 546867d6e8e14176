using System.Buffers;
using Slackline.Queries.Evaluation;
using Slackline.Queries.Model;
using Slackline.Timing.Schema;

namespace Slackline.Planning.Endpoints;

/// <summary>
/// Which endpoints a filter may let pass, judged by the names of their pins. Reports name some endpoints by their pin and others
/// by its instance, so a pin may pass when it, its instance or a module around that does.
/// </summary>
internal sealed class EndpointTest
{
    // What may stand between an instance and its port: the tool has a setting for it.
    private static readonly SearchValues<byte> s_dividers = SearchValues.Create("/@^#.|"u8);

    private readonly NameTest _mayPass;

    private EndpointTest(NameTest mayPass) => _mayPass = mayPass;

    private delegate bool NameTest(ReadOnlySpan<byte> name);

    /// <summary>The test that a filter makes; null when it lets any endpoint pass.</summary>
    public static EndpointTest? Of(FilterNode filter) => Compile(filter) is { } mayPass ? new EndpointTest(mayPass) : null;

    /// <summary>Whether a path that ends at a pin may pass.</summary>
    /// <param name="pin">
    /// The pin's name, or that of a port, as the tool names a vertex: one of a pin that is driven both ways has <c> driver</c> or
    /// <c> load</c> after it.
    /// </param>
    public bool MayPass(ReadOnlySpan<byte> pin)
    {
        int space = pin.IndexOf((byte)' ');
        ReadOnlySpan<byte> name = space < 0 ? pin : pin[..space];
        for (int end = name.Length; end > 0; end = name[..end].LastIndexOfAny(s_dividers))
        {
            if (_mayPass(name[..end]))
            {
                return true;
            }
        }

        return false;
    }

    // Null where the filter has no condition on the endpoint alone.
    private static NameTest? Compile(FilterNode node)
    {
        switch (node)
        {
            case TextNode { Column: { } column } text when column == PathSchema.Endpoint || column == PathSchema.EndpointPin:
                TextMatcher matcher = FilterCompiler.Compile(text.Test);
                return name => matcher.Matches(name) != text.Negated;
            case AndNode and:
                NameTest[] all = [.. and.Parts.Select(Compile).OfType<NameTest>()];
                return all.Length == 0 ? null : all.Aggregate(static (one, other) => name => one(name) && other(name));
            case OrNode or:
                NameTest[] any = [.. or.Parts.Select(Compile).OfType<NameTest>()];
                return any.Length < or.Parts.Count ? null : any.Aggregate(static (one, other) => name => one(name) || other(name));
            default:
                return null;
        }
    }
}
