namespace Slackline.Streams.Spooling;

/// <summary>A spool cannot be used: there is none, another engine holds it, or it was made by another version.</summary>
public class SpoolException : IOException
{
    /// <summary>An error.</summary>
    public SpoolException()
    {
    }

    /// <summary>An error with its message.</summary>
    public SpoolException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its message and cause.</summary>
    public SpoolException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
