namespace Slackline.Streams.Spooling;

/// <summary>Numbers that are blank, which chunks keep as NaN or -1 and Arrow as null: an average in SQL leaves nulls out.</summary>
internal static class BlankValues
{
    /// <summary>Fills a column with numbers of which NaN is blank; a missing column is all blank.</summary>
    public static void SetAll(this ArrowNumberColumn<double> column, ReadOnlySpan<double> values, int length)
    {
        column.Start(length);
        if (values.IsEmpty)
        {
            column.SetAllNull(length);
            return;
        }

        Span<double> target = column.Values;
        for (int i = 0; i < length; i++)
        {
            double value = values[i];
            if (double.IsNaN(value))
            {
                column.Set(i, null);
            }
            else
            {
                target[i] = value;
            }
        }
    }

    /// <summary>Fills a column with counts of which -1 is blank; a missing column is all blank.</summary>
    public static void SetAll(this ArrowNumberColumn<int> column, ReadOnlySpan<int> values, int length)
    {
        column.Start(length);
        if (values.IsEmpty)
        {
            column.SetAllNull(length);
            return;
        }

        for (int i = 0; i < length; i++)
        {
            column.Set(i, values[i] < 0 ? null : values[i]);
        }
    }
}
