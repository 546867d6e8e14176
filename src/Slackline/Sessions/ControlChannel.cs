using System.Globalization;
using System.Text;
using Slackline.Tcl;

namespace Slackline.Sessions;

/// <summary>Requests to the bootstrap script inside the tool and its replies; see requests.tcl for their form.</summary>
internal sealed class ControlChannel(Stream requests, FifoReader replies) : IDisposable
{
    private const int MaxReplyLength = 64_000_000;

    private readonly SemaphoreSlim _turn = new(1);
    private long _lastId;

    /// <summary>Sends a request and waits for its reply. Requests are served one at a time, in their order.</summary>
    /// <exception cref="EndOfStreamException">The tool is gone.</exception>
    public async Task<ControlReply> RequestAsync(CancellationToken cancellation, params string[] words)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            string id = (++_lastId).ToString(CultureInfo.InvariantCulture);
            return await Task.Run(() => Exchange(id, words), cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        requests.Dispose();
        replies.Dispose();
    }

    private ControlReply Exchange(string id, string[] words)
    {
        byte[] body = Encoding.UTF8.GetBytes(TclList.Format([id, .. words]));
        try
        {
            requests.Write(Encoding.ASCII.GetBytes(body.Length.ToString(CultureInfo.InvariantCulture) + "\n"));
            requests.Write(body);
            requests.Flush();
        }
        catch (IOException e)
        {
            throw new EndOfStreamException("The tool no longer takes requests.", e);
        }

        IReadOnlyList<string> reply = TclList.Parse(ReadFrame());
        if (reply.Count < 3 || reply[0] != id)
        {
            throw new InvalidDataException($"The tool replied out of turn: {string.Join(' ', reply)}");
        }

        return reply[1] == "ok"
            ? new ControlReply(true, reply[2], "", 0)
            : new ControlReply(
                false, reply[2], reply[3],
                int.TryParse(reply[4], CultureInfo.InvariantCulture, out int line) ? line : 0)
            { IsExit = reply[1] == "exit" };
    }

    private byte[] ReadFrame()
    {
        int length = 0;
        Span<byte> digit = stackalloc byte[1];
        while (true)
        {
            replies.ReadExactly(digit);
            if (digit[0] == '\n')
            {
                break;
            }

            length = (length * 10) + digit[0] - '0';
            if (digit[0] is < (byte)'0' or > (byte)'9' || length > MaxReplyLength)
            {
                throw new InvalidDataException("The tool's reply does not begin with its length.");
            }
        }

        byte[] frame = new byte[length];
        replies.ReadExactly(frame);
        return frame;
    }
}

/// <summary>A reply of the bootstrap script.</summary>
/// <param name="Ok">Whether the request was done.</param>
/// <param name="Text">Its result, or the error's message.</param>
/// <param name="File">The script in which the error is; empty when not known.</param>
/// <param name="Line">The line in that script; 0 when not known.</param>
internal sealed record ControlReply(bool Ok, string Text, string File, int Line)
{
    /// <summary>Whether a script has ended the tool, by the command that the text is.</summary>
    public bool IsExit { get; init; }
}
