namespace Slackline.Streams.Spooling;

/// <summary>A spool cannot be used: it does not exist, another engine holds it, or another version made it.</summary>
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
