namespace Slackline.Queries.Model;

/// <summary>A checked numeric expression.</summary>
internal abstract record NumberNode;
