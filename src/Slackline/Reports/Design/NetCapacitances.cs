namespace Slackline.Reports.Design;

/// <summary>The capacitances of a net in the library's unit, and how many pins it has.</summary>
/// <param name="Pin">Of its pins.</param>
/// <param name="Wire">Of its wire.</param>
/// <param name="Total">Both.</param>
/// <param name="Drivers">How many pins drive it.</param>
/// <param name="Loads">How many pins it drives.</param>
/// <param name="Pins">How many pins are on it, hierarchical ones apart.</param>
public sealed record NetCapacitances(Capacitance Pin, Capacitance Wire, Capacitance Total, int Drivers, int Loads, int Pins);
