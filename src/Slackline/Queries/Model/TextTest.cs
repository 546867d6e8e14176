namespace Slackline.Queries.Model;

/// <summary>A question to a text.</summary>
internal abstract record TextTest;
