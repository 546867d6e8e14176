namespace Slackline.Mcp.Pages;

/// <summary>How much of an answer fits into an agent's budget of tokens, which is estimated from bytes of JSON.</summary>
internal static class TokenBudget
{
    /// <summary>The budget of an answer unless the agent asks for another.</summary>
    public const int Default = 4_000;

    /// <summary>The smallest that makes sense: the frame of an answer takes a part of it.</summary>
    public const int Min = 300;

    /// <summary>The largest.</summary>
    public const int Max = 100_000;

    // An estimate on the safe side: instance names and decimals have fewer bytes in a token than prose, which has about four. No tokenizer
    // was asked.
    private const double BytesPerToken = 2.2;

    // Ids, cursor, columns, totals.
    private const int FrameBytes = 500;

    /// <summary>The bytes of JSON that rows may take.</summary>
    /// <exception cref="ToolInputException">The budget is out of range.</exception>
    public static int RowBytes(int maxTokens) => maxTokens is >= Min and <= Max
        ? (int)(maxTokens * BytesPerToken) - FrameBytes
        : throw new ToolInputException($"max_tokens is {maxTokens}; it must be from {Min} to {Max}.");
}
