namespace Slackline.Reports.Design;

/// <summary>A port of a cell with a constant value.</summary>
/// <param name="Port">The port.</param>
/// <param name="Value">Its logic value.</param>
public readonly record struct ConstantPort(string Port, string Value);
