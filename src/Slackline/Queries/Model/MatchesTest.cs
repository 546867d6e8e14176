namespace Slackline.Queries.Model;

/// <summary>Whether a regular expression is found in the text.</summary>
internal sealed record MatchesTest(string Pattern) : TextTest;
