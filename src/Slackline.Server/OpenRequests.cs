using System.Buffers;
using System.Text.Json;

namespace Slackline.Server;

/// <summary>
/// The requests from standard input that are not answered yet. The end of standard input is passed on to the server only once all are
/// answered: the SDK (2.3.1) drops answers that are still being computed then, so a script that pipes a few requests in would lose the slow
/// ones.
/// </summary>
internal sealed class OpenRequests
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _open = [];
    private TaskCompletionSource? _allAnswered;

    /// <summary>What comes in, looked at on its way.</summary>
    public Stream Watch(Stream input) => new Input(input, this);

    /// <summary>What goes out, likewise.</summary>
    public Stream WatchAnswers(Stream output) => new Output(output, this);

    private void Came(ReadOnlySpan<byte> line)
    {
        Message message = Message.Read(line);
        lock (_lock)
        {
            if (message.Id is { } id && message.Method is not null)
            {
                _open.Add(id);
            }
            else if (message.Method == "notifications/cancelled" && message.Cancelled is { } cancelled)
            {
                // That one is not answered any more.
                _open.Remove(cancelled);
            }
        }
    }

    private void Went(ReadOnlySpan<byte> line)
    {
        Message message = Message.Read(line);
        if (message.Id is not { } id || message.Method is not null)
        {
            return;
        }

        lock (_lock)
        {
            _open.Remove(id);
            if (_open.Count == 0)
            {
                _allAnswered?.TrySetResult();
            }
        }
    }

    private Task WaitForAnswersAsync()
    {
        lock (_lock)
        {
            _allAnswered ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_open.Count == 0)
            {
                _allAnswered.TrySetResult();
            }

            return _allAnswered.Task;
        }
    }

    // The fields of a message of JSON-RPC that matter here. Ids are numbers or texts; compared as they are written.
    private readonly record struct Message(string? Id, string? Method, string? Cancelled)
    {
        public static Message Read(ReadOnlySpan<byte> line)
        {
            try
            {
                var reader = new Utf8JsonReader(line);
                using var json = JsonDocument.ParseValue(ref reader);
                JsonElement root = json.RootElement;
                return root.ValueKind != JsonValueKind.Object ? default : new Message(
                    root.TryGetProperty("id", out JsonElement id) ? id.GetRawText() : null,
                    root.TryGetProperty("method", out JsonElement method) ? method.GetString() : null,
                    root.TryGetProperty("params", out JsonElement given) && given.ValueKind == JsonValueKind.Object
                        && given.TryGetProperty("requestId", out JsonElement cancelled)
                        ? cancelled.GetRawText()
                        : null);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // The server answers it as it sees fit; nobody waits for that.
                return default;
            }
        }
    }

    // Bytes in any pieces, as lines.
    private sealed class Lines
    {
        private readonly ArrayBufferWriter<byte> _begun = new();

        public void Add(ReadOnlySpan<byte> bytes, LineAction take)
        {
            while (bytes.IndexOf((byte)'\n') is >= 0 and int end)
            {
                _begun.Write(bytes[..end]);
                End(take);
                bytes = bytes[(end + 1)..];
            }

            _begun.Write(bytes);
        }

        // Takes what stands there as a line: the line's end has come, or no more will.
        public void End(LineAction take)
        {
            if (_begun.WrittenCount > 0)
            {
                take(_begun.WrittenSpan);
                _begun.ResetWrittenCount();
            }
        }
    }

    private delegate void LineAction(ReadOnlySpan<byte> line);

    private abstract class Watched : Stream
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }

    private sealed class Input(Stream inner, OpenRequests requests) : Watched
    {
        private readonly Lines _lines = new();

        public override bool CanRead => true;

        public override bool CanWrite => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            // A console's stream cannot be cancelled; who waits for it can.
            byte[] bytes = new byte[buffer.Length];
            int read = await Task.Run(
                () => inner.Read(bytes, 0, bytes.Length), CancellationToken.None).WaitAsync(cancellationToken).ConfigureAwait(false);
            if (read > 0)
            {
                bytes.AsSpan(0, read).CopyTo(buffer.Span);
                _lines.Add(bytes.AsSpan(0, read), requests.Came);
                return read;
            }

            _lines.End(requests.Came);
            await requests.WaitForAnswersAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            return 0;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) =>
            ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }

    private sealed class Output(Stream inner, OpenRequests requests) : Watched
    {
        private readonly Lines _lines = new();
        private readonly List<byte[]> _written = [];

        public override bool CanRead => false;

        public override bool CanWrite => true;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            inner.Write(buffer, offset, count);
            _lines.Add(buffer.AsSpan(offset, count), line => _written.Add(line.ToArray()));
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
            _lines.Add(buffer.Span, line => _written.Add(line.ToArray()));
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
            inner.Flush();
            Record();
        }

        public override async Task FlushAsync(CancellationToken cancellationToken)
        {
            await inner.FlushAsync(cancellationToken).ConfigureAwait(false);
            Record();
        }

        // Only what has been written is answered.
        private void Record()
        {
            _written.ForEach(line => requests.Went(line));
            _written.Clear();
        }
    }
}
