namespace Slackline.Queries.Model;

/// <summary>A checked condition: columns are known, types fit, numbers are in the report's units. Equal when it means the same.</summary>
internal abstract record FilterNode;
