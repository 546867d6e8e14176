namespace Slackline.Fuzz;

/// <summary>The engine did not fail, but what it did is wrong.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message);
