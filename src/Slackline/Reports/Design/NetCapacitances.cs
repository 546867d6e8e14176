namespace Slackline.Reports.Design;

/// <summary>The capacitances of a net in the library's unit, and its number of pins.</summary>
/// <param name="Pin">The capacitance of its pins.</param>
/// <param name="Wire">The capacitance of its wire.</param>
/// <param name="Total">The sum of both.</param>
/// <param name="Drivers">The number of pins that drive it.</param>
/// <param name="Loads">The number of pins that it drives.</param>
/// <param name="Pins">The number of its pins, without hierarchical ones.</param>
public sealed record NetCapacitances(Capacitance Pin, Capacitance Wire, Capacitance Total, int Drivers, int Loads, int Pins);
