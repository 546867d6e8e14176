namespace Slackline.Timing;

/// <summary>How a path is laid out outside its table.</summary>
[Flags]
internal enum PathShape : ushort
{
    /// <summary>A table alone, as <c>report_path</c> prints it.</summary>
    None = 0,

    /// <summary>The Startpoint, Endpoint, Path Group and Path Type lines stand above the table.</summary>
    Headed = 1,

    /// <summary>The startpoint's detail stands on a line of its own (long names without <c>-no_line_splits</c>).</summary>
    StartpointWrapped = 2,

    /// <summary>The endpoint's detail stands on a line of its own.</summary>
    EndpointWrapped = 4,

    /// <summary>Lines end in CR LF.</summary>
    CarriageReturns = 8,

    /// <summary>The text ended without a line end after the path's last line.</summary>
    NoFinalLineEnd = 16,

    /// <summary>JSON: a comma follows the object, since another object comes next.</summary>
    FollowedByComma = 64,

    /// <summary>JSON: a comma follows the object's last field, although no other field follows (paths without a check).</summary>
    DanglingComma = 128,

    /// <summary>
    /// JSON: points have the keys <c>inst</c>, <c>src</c> and <c>nets</c> of its first versions, not <c>instance</c>, <c>verilog_src</c>
    /// and <c>net</c>.
    /// </summary>
    OldKeys = 256,

    /// <summary>
    /// JSON: the object opens with <c>{ "path": [</c> on one line, as <c>report_path -format json</c> printed it from 2021 to 2023; fields
    /// are indented by seven.
    /// </summary>
    OpenedInline = 512,

    /// <summary>
    /// Rows are padded to the width of the table: 2.0.17, when descriptions are not the last of all fields, shown or not
    /// (<c>set_report_path_field_order</c>).
    /// </summary>
    PaddedRows = 1024,

    /// <summary>
    /// A description in the first column that is too long for it stands on a line of its own: 2.0.17 without <c>-no_line_splits</c>.
    /// </summary>
    WrappedDescriptions = 2048,

    /// <summary>
    /// Such a description is followed by as many spaces as the column is wide. Newer versions do this: they print an empty line above the
    /// row instead of breaking it.
    /// </summary>
    SpacedDescriptions = 4096,

    /// <summary>The corner is not the path's own line, but a heading above it, or its file's directory, says it.</summary>
    CornerAbove = 8192,
}
