namespace Slackline.Queries.Model;

/// <summary>Whether the text is one of these.</summary>
internal sealed record OneOfTest(ValueList<string> Values) : TextTest;
