using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Results;
using Slackline.Service.Queries;
using Slackline.Transport;

namespace Slackline.Server.Api;

/// <summary>A command whose paths are streamed: the body of <c>POST /v1/designs/ID/paths</c>. The options are those of the shell.</summary>
internal sealed record PathsRequest
{
    /// <summary>The command in Tcl.</summary>
    public required string Command { get; init; }

    /// <summary>The filter; null for none.</summary>
    public string? Where { get; init; }

    /// <inheritdoc cref="PathOperators.Distinct"/>
    public string? Distinct { get; init; }

    /// <summary>The order for <see cref="Distinct"/> and <see cref="Top"/>.</summary>
    public string By { get; init; } = "slack";

    /// <inheritdoc cref="PathOperators.Every"/>
    public long? Every { get; init; }

    /// <inheritdoc cref="PathOperators.Sample"/>
    public int? Sample { get; init; }

    /// <inheritdoc cref="PathOperators.Seed"/>
    public int Seed { get; init; } = 1;

    /// <inheritdoc cref="PathOperators.Top"/>
    public int? Top { get; init; }

    /// <inheritdoc cref="PathOperators.Skip"/>
    public long? Skip { get; init; }

    /// <inheritdoc cref="PathOperators.Take"/>
    public long? Take { get; init; }

    /// <inheritdoc cref="PathOperators.MaxKeys"/>
    public int? MaxKeys { get; init; }

    /// <summary>The columns of paths and points; null for all.</summary>
    public string? Columns { get; init; }

    /// <summary>Whether each path has its points.</summary>
    public bool Points { get; init; }

    /// <summary>How frames are compressed.</summary>
    public FrameCodec Compress { get; init; }

    /// <summary>The filter.</summary>
    /// <exception cref="Slackline.Queries.Syntax.FilterException">It is not a filter.</exception>
    public PathFilter? Filter() => Where is null ? null : PathFilter.Parse(Where);

    /// <summary>The columns that the result has.</summary>
    /// <exception cref="Slackline.Queries.Syntax.FilterException">They are not columns.</exception>
    public IReadOnlyList<PathExpression> ChosenColumns() => ResultTable.Choose(
        Columns is null ? null : PathExpression.ParseList(Columns, allowsPoints: true), Points);

    /// <summary>What becomes of the paths that pass the filter; null for nothing.</summary>
    /// <exception cref="BadRequestException">A number is out of its range.</exception>
    /// <exception cref="Slackline.Queries.Syntax.FilterException">Columns or an order cannot be read.</exception>
    public Func<PathSequence, PathSequence>? Operators()
    {
        Check("every", Every, 1);
        Check("sample", Sample, 1);
        Check("top", Top, 1);
        Check("skip", Skip, 0);
        Check("take", Take, 1);
        Check("max_keys", MaxKeys, 1);
        if (Distinct is not null)
        {
            _ = PathColumns.Parse(Distinct);
        }

        return new PathOperators
        {
            Distinct = Distinct,
            Order = PathOrder.Parse(By),
            Every = Every,
            Sample = Sample,
            Seed = Seed,
            Top = Top,
            Skip = Skip,
            Take = Take,
            MaxKeys = MaxKeys,
        }.Steps();
    }

    private static void Check(string name, long? value, long least)
    {
        if (value < least)
        {
            throw new BadRequestException($"'{name}' is {value}; it must be {least} or more.");
        }
    }
}

/// <summary>A request that cannot be answered as it is.</summary>
internal sealed class BadRequestException(string message) : Exception(message);
