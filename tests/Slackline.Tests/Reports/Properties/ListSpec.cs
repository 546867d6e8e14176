using Slackline.Reports.Paths;

namespace Slackline.Tests.Reports.Properties;

/// <summary>A list of paths: what stands above it, and a line a path. Names are Latin-1: a character is a byte.</summary>
internal sealed record ListSpec(PathListHeading Heading, int Digits, IReadOnlyList<ListRowSpec> Rows);

/// <summary>A line of a list; its format says which of these it has. Times that are not there are NaN.</summary>
internal sealed record ListRowSpec(ListedPin Startpoint, ListedPin Endpoint, string Group, double Arrival, double Required, double Slack, bool IsViolated);

/// <summary>A pin with its cell.</summary>
internal sealed record ListedPin(string Name, string Cell);
