using System.Buffers;
using Apache.Arrow.Memory;

namespace Slackline.Arrow;

/// <summary>
/// Memory for Arrow from .NET's shared pool. Arrow's own allocator takes native memory and reports each piece to the garbage collector,
/// which then runs a full collection every few pages.
/// </summary>
internal sealed class PooledAllocator : MemoryAllocator
{
    /// <summary>The one there is.</summary>
    public static PooledAllocator Instance { get; } = new();

    /// <inheritdoc/>
    protected override IMemoryOwner<byte> AllocateInternal(int length, out int bytesAllocated)
    {
        bytesAllocated = length;
        return new Piece(ArrayPool<byte>.Shared.Rent(length), length);
    }

    private sealed class Piece(byte[] array, int length) : IMemoryOwner<byte>
    {
        private byte[]? _array = array;

        public Memory<byte> Memory => (_array ?? throw new ObjectDisposedException(nameof(Piece))).AsMemory(0, length);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _array, null) is { } returned)
            {
                ArrayPool<byte>.Shared.Return(returned);
            }
        }
    }
}
