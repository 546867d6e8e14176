using System.Globalization;
using System.Text;

namespace Slackline.Planning.Plans;

/// <summary>How a query is run, and why.</summary>
public sealed record QueryPlan
{
    /// <summary>The command.</summary>
    public required string Command { get; init; }

    /// <summary>
    /// The command's options as the tool understood them, once it has been asked; empty for one that does not report paths.
    /// </summary>
    public string Options { get; init; } = "";

    /// <summary>Whether the command runs in slices of endpoints.</summary>
    public bool IsSliced { get; init; }

    /// <summary>Why it does or does not.</summary>
    public required string Reason { get; init; }

    /// <summary>Paths for each endpoint, at the most.</summary>
    public long EndpointCount { get; init; }

    /// <summary>Paths for each path group, at the most.</summary>
    public long GroupCount { get; init; }

    /// <summary>What the slices are cut from, in the order of the result; empty for a query that runs whole.</summary>
    public IReadOnlyList<PlanSection> Sections { get; init; } = [];

    /// <summary>How many processes work at once.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Where they work: forked from the session, in the session itself, or in replicas of it.</summary>
    public string Place { get; init; } = "";

    /// <summary>How the tool's process is forked, or why it is not.</summary>
    public string Forking { get; init; } = "";

    /// <summary>In which order the paths come.</summary>
    public ResultOrder Order { get; init; }

    /// <summary>What the tool leaves out by itself, since the filter would.</summary>
    public IReadOnlyList<string> PushedDown { get; init; } = [];

    /// <summary>The filter; null without one.</summary>
    public string? Filter { get; init; }

    /// <summary>The plan as text of several lines, for people.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"command     {Command}");
        if (Options.Length > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"understood  {Options}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"execution   {(IsSliced ? "sliced" : "whole")}: {Reason}");
        if (IsSliced)
        {
            long endpoints = Sections.Sum(static section => (long)section.Endpoints);
            text.AppendLine(CultureInfo.InvariantCulture, $"endpoints   {endpoints:N0}, with up to {EndpointCount:N0} paths each");
            foreach (PlanSection section in Sections)
            {
                string leftOut = section.LeftOut == 0 ? ""
                    : string.Create(CultureInfo.InvariantCulture, $", {section.LeftOut:N0} left out");
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"            {section.Endpoints,9:N0}  {section.Analysis}  {section.Group}, "
                        + $"worst slack {section.WorstSlack:0.######}{leftOut}");
            }

            string cut = Sections.Any(static section => section.IsCut) ? "" : ", which cuts nothing off";
            text.AppendLine(CultureInfo.InvariantCulture, $"count       {GroupCount:N0} paths for each group{cut}");
            text.AppendLine(CultureInfo.InvariantCulture, $"workers     {Workers}, {Place}");
            text.AppendLine(
                Order == ResultOrder.Exact ? "order       exact: as the whole command gives them" : "order       any: as they are found");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"forking     {Forking}");
        foreach (string pushed in PushedDown.DefaultIfEmpty("nothing"))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"pushed down {pushed}");
        }

        text.AppendLine(Filter is null ? "filter      none" : $"filter      {Filter}, evaluated on every path that comes");
        return text.ToString();
    }
}

/// <summary>The endpoints of a path group, on one side of the check.</summary>
/// <param name="Group">The path group.</param>
/// <param name="Analysis"><c>min</c> or <c>max</c>.</param>
/// <param name="Endpoints">How many endpoints are searched for paths.</param>
/// <param name="WorstSlack">The worst slack, in the units of the reports.</param>
/// <param name="LeftOut">How many endpoints more there are, which the filter lets no path of pass.</param>
/// <param name="IsCut">Whether the count for the group cuts some of its paths off.</param>
public sealed record PlanSection(string Group, string Analysis, int Endpoints, double WorstSlack, int LeftOut, bool IsCut);
