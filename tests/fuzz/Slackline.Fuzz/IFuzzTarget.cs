namespace Slackline.Fuzz;

/// <summary>A part of the engine that takes bytes from outside.</summary>
internal interface IFuzzTarget
{
    /// <summary>Hands it an input, and throws where the engine breaks its word about any input.</summary>
    void Run(byte[] input);
}
