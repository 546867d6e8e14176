using Apache.Arrow;
using Slackline.Timing;

namespace Slackline.Arrow;

/// <summary>The spreads of an Arrow column.</summary>
internal readonly ref struct SpreadView
{
    private readonly ReadOnlySpan<int> _offsets;
    private readonly ReadOnlySpan<double> _numbers;

    /// <summary>A view of a column.</summary>
    public SpreadView(IArrowArray array)
    {
        var column = (ListArray)array;
        _offsets = column.ValueOffsets;
        _numbers = ((DoubleArray)column.Values).Values;
    }

    /// <summary>A spread.</summary>
    /// <exception cref="InvalidDataException">It has another number of parts than <see cref="ArrowSpreadColumn"/> writes.</exception>
    public Spread this[int index] => _numbers[_offsets[index].._offsets[index + 1]] switch
    {
        [] => Spread.None,
        [double sigma] => Spread.Normal(sigma),
        [double shift, double sigma, double skewness] => new Spread(shift, sigma, skewness),
        _ => throw new InvalidDataException("A statistical number has one or three parts beside its mean."),
    };
}
