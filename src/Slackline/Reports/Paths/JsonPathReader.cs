using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// Reads an object of <c>report_checks -format json</c> or <c>report_path -format json</c>, in the order of its fields. Its numbers, in
/// seconds and farads, are converted into the tool's units, as in all other formats. Strings are kept as printed.
/// </summary>
internal sealed class JsonPathReader(TimingUnits units)
{
    private const int CheckIndent = 2;

    private readonly JsonPointReader _points = new(units);
    private double _arrival;
    private double _required;
    private double _slack;

    /// <summary>The units that seconds and farads are converted into.</summary>
    public TimingUnits Units => units;

    /// <summary>Whether a line begins such an object, or another one.</summary>
    public static bool IsFirstLine(ReadOnlySpan<byte> line) => line.SequenceEqual("{"u8) || line.SequenceEqual(JsonKeys.InlineOpening);

    /// <summary>
    /// Reads the object that begins where <paramref name="text"/> does and adds it to <paramref name="chunk"/>. <paramref name="consumed"/>
    /// is its length or, if it is broken, the length of its lines before the one that breaks it: 0 for an object of another kind.
    /// </summary>
    public ReadStatus Read(ReadOnlySpan<byte> text, bool isFinal, PathChunk chunk, int blankLinesBefore, out int consumed)
    {
        var json = new JsonCursor(text, isFinal);
        var heading = new PathHeading { Format = PathFormat.Json, BlankLinesBefore = blankLinesBefore };
        _points.Begin(chunk);
        bool isOurs = false;
        bool isWhole = json.TryTake(0, "{"u8)
            ? TryReadPath(ref json, ref heading, ref isOurs) || TryReadCheck(ref json, chunk, ref heading, ref isOurs)
            : TryReadInlinePath(ref json, ref heading, ref isOurs);
        consumed = json.Position;
        if (!isWhole)
        {
            consumed = isOurs || json.NeedsMore ? json.LastLine : 0;
            chunk.DropRows();
            return json.NeedsMore ? ReadStatus.NeedsMore : ReadStatus.Broken;
        }

        heading.Shape |= json.CarriageReturns ? PathShape.CarriageReturns : 0;
        heading.Shape |= json.EndsWithoutLineEnd ? PathShape.NoFinalLineEnd : 0;
        chunk.CommitPath(heading, _arrival, _required, _slack, _points.Layout, _points.Digits);
        return ReadStatus.Whole;
    }

    // report_path's object: only points.
    private bool TryReadPath(ref JsonCursor json, ref PathHeading heading, ref bool isOurs)
    {
        _arrival = _required = _slack = double.NaN;
        bool isRead = _points.TryReadSection(ref json, 0, JsonKeys.Path, ref heading, out bool hasComma, out isOurs);
        return isRead && !hasComma && json.TryTake(0, "}"u8);
    }

    // The same object in the versions from 2021 to 2023.
    private bool TryReadInlinePath(ref JsonCursor json, ref PathHeading heading, ref bool isOurs)
    {
        _arrival = _required = _slack = double.NaN;
        isOurs = json.TryTake(0, JsonKeys.InlineOpening);
        heading.Shape |= PathShape.OpenedInline;
        return isOurs && _points.TryReadPoints(ref json, JsonIndents.Inline, JsonKeys.Path, ref heading, out bool hasComma) && !hasComma
            && json.TryTake(0, "}"u8);
    }

    private bool TryReadCheck(ref JsonCursor json, PathChunk chunk, ref PathHeading heading, ref bool isOurs)
    {
        if (isOurs || !json.TryTakeText(CheckIndent, JsonKeys.Type, out ReadOnlySpan<byte> type))
        {
            return false;
        }

        isOurs = true;
        heading.Shape |= PathShape.Headed;
        if (type.Contains((byte)' ')
            || !json.TryTakeText(CheckIndent, JsonKeys.PathGroup, out ReadOnlySpan<byte> group)
            || !json.TryTakeText(CheckIndent, JsonKeys.PathType, out ReadOnlySpan<byte> side)
            || !json.TryTakeText(CheckIndent, JsonKeys.Startpoint, out ReadOnlySpan<byte> startpoint)
            || !json.TryTakeText(CheckIndent, JsonKeys.Endpoint, out ReadOnlySpan<byte> endpoint))
        {
            return false;
        }

        heading.PathGroup = chunk.Names.Intern(group);
        heading.PathType = TimingWords.TypeOf(side);
        heading.Startpoint = chunk.Names.Intern(startpoint);
        heading.Endpoint = chunk.Names.Intern(endpoint);
        return heading.PathType != PathType.Unknown && TryReadBody(ref json, chunk, type, ref heading);
    }

    private bool TryReadBody(ref JsonCursor json, PathChunk chunk, ReadOnlySpan<byte> type, ref PathHeading heading)
    {
        if (!TryReadClock(
            ref json, JsonKeys.SourceClock, JsonKeys.SourceClockEdge, out ReadOnlySpan<byte> words, out ReadOnlySpan<byte> clock))
        {
            return false;
        }

        heading.StartpointDetail = words.IsEmpty ? PathChunk.NoName : chunk.Names.Intern(_points.Join(words, clock, default));
        bool hasComma = true;
        if (!TryReadOptionalSection(ref json, JsonKeys.SourceClockPath, ref heading, ref hasComma) || !hasComma
            || !_points.TryReadSection(ref json, CheckIndent, JsonKeys.SourcePath, ref heading, out hasComma, out _)
            || !TryReadClock(ref json, JsonKeys.TargetClock, JsonKeys.TargetClockEdge, out words, out clock)
            || (!words.IsEmpty && !hasComma))
        {
            return false;
        }

        _arrival = _points.LastTime;
        heading.EndpointDetail = chunk.Names.Intern(words.IsEmpty ? type : _points.Join(type, JsonKeys.Against, words, clock));
        return TryReadOptionalSection(ref json, JsonKeys.TargetClockPath, ref heading, ref hasComma)
            && TryReadEnd(ref json, chunk, hasComma, ref heading);
    }

    private bool TryReadOptionalSection(ref JsonCursor json, ReadOnlySpan<byte> name, ref PathHeading heading, ref bool hasComma)
    {
        bool mayFollow = hasComma;
        bool isRead = _points.TryReadSection(ref json, CheckIndent, name, ref heading, out bool comma, out bool isBegun);
        hasComma = isBegun ? comma : hasComma;
        return isBegun ? isRead && mayFollow : !json.NeedsMore;
    }

    private static bool TryReadClock(
        ref JsonCursor json, ReadOnlySpan<byte> clockKey, ReadOnlySpan<byte> edgeKey, out ReadOnlySpan<byte> words,
        out ReadOnlySpan<byte> clock)
    {
        words = default;
        if (!json.TryTakeText(CheckIndent, clockKey, out clock))
        {
            return !json.NeedsMore;
        }

        if (!json.TryTakeText(CheckIndent, edgeKey, out ReadOnlySpan<byte> edge))
        {
            return false;
        }

        words = TimingWords.EdgeOf(edge) switch
        {
            Transition.Rise => JsonKeys.RisingEdge,
            Transition.Fall => JsonKeys.FallingEdge,
            _ => default,
        };
        return !words.IsEmpty;
    }

    // The numbers, which an unconstrained path does not have, and the closing bracket.
    private bool TryReadEnd(ref JsonCursor json, PathChunk chunk, bool hasComma, ref PathHeading heading)
    {
        if (json.TryTake(CheckIndent, JsonKeys.Arrival, ","u8, out ReadOnlySpan<byte> arrival))
        {
            if (!hasComma || !_points.TryReadTime(arrival, out _arrival)
                || !TryReadFields(ref json, chunk)
                || !json.TryTake(CheckIndent, JsonKeys.Required, ","u8, out ReadOnlySpan<byte> required)
                    || !_points.TryReadTime(required, out _required)
                || !json.TryTake(CheckIndent, JsonKeys.Slack, default, out ReadOnlySpan<byte> slack)
                    || !_points.TryReadTime(slack, out _slack))
            {
                return false;
            }

            hasComma = false;
        }

        if (!json.TryClose(0, "}"u8, out bool hasNext))
        {
            return false;
        }

        heading.Shape |= (hasComma ? PathShape.DanglingComma : 0) | (hasNext ? PathShape.FollowedByComma : 0);
        return true;
    }

    private bool TryReadFields(ref JsonCursor json, PathChunk chunk)
    {
        if (json.TryTake(CheckIndent, "\"multi_cycle_path\": "u8, ","u8, out ReadOnlySpan<byte> cycles))
        {
            if (!DecimalText.TryReadCount(cycles, out int count))
            {
                return false;
            }

            AddField(chunk, JsonKeys.MultiCyclePath, count);
        }

        if (json.TryTake(CheckIndent, "\"path_delay\": "u8, ","u8, out ReadOnlySpan<byte> delay)
            && !TryAddTime(chunk, JsonKeys.PathDelay, delay))
        {
            return false;
        }

        return json.TryTake(CheckIndent, "\"crpr\": "u8, ","u8, out ReadOnlySpan<byte> pessimism)
            && TryAddTime(chunk, JsonKeys.Pessimism, pessimism)
            && json.TryTake(CheckIndent, "\"margin\": "u8, ","u8, out ReadOnlySpan<byte> margin)
                && TryAddTime(chunk, JsonKeys.Margin, margin);
    }

    private bool TryAddTime(PathChunk chunk, ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        if (!_points.TryReadTime(text, out double time))
        {
            return false;
        }

        AddField(chunk, name, time);
        return true;
    }

    private static void AddField(PathChunk chunk, ReadOnlySpan<byte> name, double value) =>
        chunk.SetNumber(chunk.AddRow(RowForm.Field, chunk.Descriptions.Intern(name)), ColumnKind.Delay, value);
}
