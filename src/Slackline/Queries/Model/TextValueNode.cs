namespace Slackline.Queries.Model;

/// <summary>A checked text: a column, or what a function makes of one.</summary>
internal abstract record TextValueNode;
