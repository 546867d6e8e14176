using System.Security.Cryptography;
using System.Text;

namespace Slackline.Server;

/// <summary>
/// The tokens of the clients, with the name of each: one a line, <c>NAME TOKEN</c>, or a single <c>TOKEN</c> alone. Empty lines and lines
/// with <c>#</c> do not count.
/// Only hashes are kept, and they are compared in constant time, so that neither memory nor the time of an answer reveals a token.
/// </summary>
public sealed class BearerTokens
{
    /// <summary>The fewest characters of a token.</summary>
    public const int MinLength = 16;

    private readonly List<(string Client, byte[] Hash)> _tokens = [];

    /// <summary>Reads tokens.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="source">Where they come from, for errors.</param>
    /// <exception cref="FormatException">There is no token, or one is too short; the message does not repeat it.</exception>
    public static BearerTokens Parse(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new BearerTokens();
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            string[] words = line.Trim().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0].StartsWith('#'))
            {
                continue;
            }

            string client = words.Length == 2 ? words[0] : "client";
            if (words.Length > 2 || !client.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
            {
                throw new FormatException($"{source}, line {number}: expected NAME TOKEN, the name of letters, digits, '-' and '_'.");
            }

            if (words[^1].Length < MinLength)
            {
                throw new FormatException(
                    $"{source}, line {number}: a token needs at least {MinLength} characters (openssl rand -hex 32 makes a good one).");
            }

            if (tokens._tokens.Exists(token => token.Client == client))
            {
                throw new FormatException($"{source}, line {number}: there is a token of '{client}' already.");
            }

            tokens._tokens.Add((client, HashOf(words[^1])));
        }

        return tokens._tokens.Count > 0 ? tokens : throw new FormatException($"{source} holds no token.");
    }

    /// <summary>The client whose token it is; null for an unknown token.</summary>
    public string? ClientOf(string token)
    {
        byte[] hash = HashOf(token);
        string? found = null;
        foreach ((string client, byte[] expected) in _tokens)
        {
            // All of them are compared, whichever it is.
            found = CryptographicOperations.FixedTimeEquals(hash, expected) ? client : found;
        }

        return found;
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
