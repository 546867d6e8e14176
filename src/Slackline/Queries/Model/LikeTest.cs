namespace Slackline.Queries.Model;

/// <summary>
/// Whether a glob fits the whole text: <c>*</c> any characters, <c>?</c> one, a backslash before these or another makes them ordinary.
/// </summary>
internal sealed record LikeTest(string Glob) : TextTest;
