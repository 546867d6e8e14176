namespace Slackline.Queries.Model;

/// <summary>Whether the text is this name or stands below it in the hierarchy.</summary>
internal sealed record UnderTest(string Prefix) : TextTest;
