namespace Slackline.Timing;

/// <summary>
/// What a chunk holds of each row of its paths' tables. What the values mean is said where they are public, in <see cref="PathChunk"/>.
/// What only some <c>-fields</c> print takes no memory until a report has it.
/// </summary>
internal sealed class RowArrays : ChunkArrays
{
    public readonly ChunkArray<RowForm> Form;
    public readonly ChunkArray<Transition> Transition;
    public readonly IdArray Description;
    public readonly ChunkArray<double> Delay;
    public readonly ChunkArray<double> Time;
    public readonly ChunkArray<double> Slew;
    public readonly ChunkArray<double> Capacitance;
    public readonly ChunkArray<int> Fanout;
    public readonly ChunkArray<double> Variation;
    public readonly IdArray Attribute;
    public readonly IdArray Instance;
    public readonly ChunkArray<double> X;
    public readonly ChunkArray<double> Y;
    public readonly ChunkArray<Spread> SlewSpread;
    public readonly ChunkArray<Spread> DelaySpread;
    public readonly ChunkArray<Spread> TimeSpread;

    private readonly ChunkArray[] _rare;
    private ChunkArray[] _usedRare = [];

    public RowArrays(int rows)
        : base(rows)
    {
        Form = Add(new ChunkArray<RowForm>(RowForm.Cells));
        Transition = Add(new ChunkArray<Transition>(Timing.Transition.None));
        Description = Add(new IdArray(IdKind.Description));
        Delay = Add(new ChunkArray<double>(double.NaN));
        Time = Add(new ChunkArray<double>(double.NaN));
        Slew = AddOptional(new ChunkArray<double>(double.NaN));
        Capacitance = AddOptional(new ChunkArray<double>(double.NaN));
        Fanout = AddOptional(new ChunkArray<int>(-1));
        Variation = AddOptional(new ChunkArray<double>(double.NaN));
        Attribute = AddOptional(new IdArray(IdKind.Name));
        Instance = AddOptional(new IdArray(IdKind.Name));
        X = AddOptional(new ChunkArray<double>(double.NaN));
        Y = AddOptional(new ChunkArray<double>(double.NaN));
        SlewSpread = AddOptional(new ChunkArray<Spread>(Spread.None));
        DelaySpread = AddOptional(new ChunkArray<Spread>(Spread.None));
        TimeSpread = AddOptional(new ChunkArray<Spread>(Spread.None));
        _rare = [Variation, Attribute, Instance, X, Y, SlewSpread, DelaySpread, TimeSpread];
        Changed();
    }

    // The values of the arrays that every row has. PathChunk.AddRow, the hottest code of reading, finds them here in one step less.
    public RowForm[] Forms { get; private set; } = [];

    public Transition[] Transitions { get; private set; } = [];

    public int[] Descriptions { get; private set; } = [];

    public double[] Delays { get; private set; } = [];

    public double[] Times { get; private set; } = [];

    /// <summary>Whether any array but the first five is in use.</summary>
    public bool HasOptional { get; private set; }

    /// <summary>Whether any is that most reports with <c>-fields</c> do not have.</summary>
    public bool HasRare => _usedRare.Length > 0;

    /// <summary>The array for a column of a printed table.</summary>
    public ChunkArray Of(ColumnKind column) => column switch
    {
        ColumnKind.Fanout => Fanout,
        ColumnKind.Capacitance => Capacitance,
        ColumnKind.Slew => Slew,
        ColumnKind.Delay => Delay,
        ColumnKind.Variation => Variation,
        ColumnKind.Time => Time,
        ColumnKind.Edge => Transition,
        ColumnKind.Description => Description,
        ColumnKind.Attribute => Attribute,
        ColumnKind.Instance => Instance,
        ColumnKind.X => X,
        ColumnKind.Y => Y,
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "A column of tables that chunks have no place for."),
    };

    /// <inheritdoc/>
    public override void Grow()
    {
        int end = Length;
        base.Grow();
        Forget(end, Length);
    }

    /// <summary>
    /// Makes rows that are not in use any more blank in the arrays that most reports do not have. So a row that is added is blank in them,
    /// and only what a report says of it has to be set.
    /// </summary>
    /// <param name="first">The first of the rows.</param>
    /// <param name="end">The row after the last.</param>
    public void Forget(int first, int end)
    {
        foreach (ChunkArray array in _usedRare)
        {
            array.Blank(first, end - first);
        }
    }

    /// <inheritdoc/>
    protected override void Changed()
    {
        Forms = Form.Values;
        Transitions = Transition.Values;
        Descriptions = Description.Values;
        Delays = Delay.Values;
        Times = Time.Values;
        _usedRare = [.. _rare.Where(static array => array.IsUsed)];
        HasOptional = Slew.IsUsed || Capacitance.IsUsed || Fanout.IsUsed || HasRare;
    }
}
