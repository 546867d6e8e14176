using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Slackline.Arrow;

/// <summary>
/// The footer that makes an Arrow IPC file of batches that stand one after another: where each begins. It can be written at any time from
/// the index alone, also for a file whose writer is gone, which Arrow's own writer cannot do.
/// </summary>
/// <remarks>
/// Layout (FlatBuffers, <c>File.fbs</c>): the table <c>Footer</c>, two vectors of <c>Block</c>, then the schema's message as the file
/// begins with, into which the footer's field <c>schema</c> points. References in FlatBuffers are relative, so the message is good where it
/// stands.
/// </remarks>
internal static class ArrowFooter
{
    private const int VTable = 4;
    private const int Table = 16;
    private const int SchemaField = Table + 4;
    private const int DictionariesField = Table + 8;
    private const int BatchesField = Table + 12;
    private const int VersionField = Table + 16;
    private const int Dictionaries = 36;
    private const int Batches = 44;
    private const int FirstBlock = 48;
    private const int BlockLength = 24;
    private const short MetadataVersion5 = 4;

    /// <summary>What every Arrow IPC file begins with: its magic, padded.</summary>
    public static ReadOnlySpan<byte> Head => "ARROW1\0\0"u8;

    /// <summary>The end of a file.</summary>
    /// <param name="schemaMessage">The schema's message, from its length on.</param>
    /// <param name="batches">Where the batches are.</param>
    public static byte[] Write(ReadOnlySpan<byte> schemaMessage, IReadOnlyList<ArrowBlock> batches)
    {
        // A message is FF FF FF FF, its length, and then a FlatBuffer.
        ReadOnlySpan<byte> schema = schemaMessage[8..];
        int schemaAt = FirstBlock + (batches.Count * BlockLength);
        int footerLength = schemaAt + schema.Length;
        byte[] end = new byte[8 + footerLength + 4 + 6];

        // End of the stream of messages.
        BinaryPrimitives.WriteInt32LittleEndian(end, -1);

        Span<byte> footer = end.AsSpan(8, footerLength);
        BinaryPrimitives.WriteInt32LittleEndian(footer, Table);
        WriteVTable(MemoryMarshal.Cast<byte, ushort>(footer[VTable..Table]));
        BinaryPrimitives.WriteInt32LittleEndian(footer[Table..], Table - VTable);
        BinaryPrimitives.WriteInt32LittleEndian(footer[SchemaField..], schemaAt + SchemaTable(schema) - SchemaField);
        BinaryPrimitives.WriteInt32LittleEndian(footer[DictionariesField..], Dictionaries - DictionariesField);
        BinaryPrimitives.WriteInt32LittleEndian(footer[BatchesField..], Batches - BatchesField);
        BinaryPrimitives.WriteInt16LittleEndian(footer[VersionField..], MetadataVersion5);
        BinaryPrimitives.WriteInt32LittleEndian(footer[Batches..], batches.Count);
        for (int i = 0; i < batches.Count; i++)
        {
            Span<byte> block = footer.Slice(FirstBlock + (i * BlockLength), BlockLength);
            BinaryPrimitives.WriteInt64LittleEndian(block, batches[i].Offset);
            BinaryPrimitives.WriteInt32LittleEndian(block[8..], batches[i].MetadataLength);
            BinaryPrimitives.WriteInt64LittleEndian(block[16..], batches[i].BodyLength);
        }

        schema.CopyTo(footer[schemaAt..]);
        Span<byte> tail = end.AsSpan(8 + footerLength);
        BinaryPrimitives.WriteInt32LittleEndian(tail, footerLength);
        Head[..6].CopyTo(tail[4..]);
        return end;
    }

    // Its own size, the table's size, then where in the table each field is: version, schema, dictionaries, recordBatches.
    private static void WriteVTable(Span<ushort> vtable)
    {
        vtable[0] = Table - VTable;
        vtable[1] = Dictionaries - Table;
        vtable[2] = VersionField - Table;
        vtable[3] = SchemaField - Table;
        vtable[4] = DictionariesField - Table;
        vtable[5] = BatchesField - Table;
    }

    // Where the Schema is in the FlatBuffer of a Message: its third field, header.
    private static int SchemaTable(ReadOnlySpan<byte> message)
    {
        int table = BinaryPrimitives.ReadInt32LittleEndian(message);
        int vtable = table - BinaryPrimitives.ReadInt32LittleEndian(message[table..]);
        int field = table + BinaryPrimitives.ReadUInt16LittleEndian(message[(vtable + 4 + (2 * 2))..]);
        return field + BinaryPrimitives.ReadInt32LittleEndian(message[field..]);
    }
}

/// <summary>Where a batch stands in an Arrow IPC file.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="MetadataLength">Bytes of its head, with the eight that say how long it is.</param>
/// <param name="BodyLength">Bytes of its columns.</param>
internal readonly record struct ArrowBlock(long Offset, int MetadataLength, long BodyLength);
