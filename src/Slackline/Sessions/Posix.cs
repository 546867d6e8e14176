using System.Runtime.InteropServices;

namespace Slackline.Sessions;

/// <summary>The few system calls that .NET has no own way for: FIFOs, and waiting for one with a deadline.</summary>
internal static partial class Posix
{
    public const int ReadOnlyNonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;
    public const int SetPipeSize = 1031;
    public const short PollIn = 1;
    public const short PollHangUp = 0x10;
    public const int ErrorInterrupted = 4;
    public const int ErrorAgain = 11;
    public const int ReadWrite = 2;
    public const int SignalKill = 9;
    public const int LimitOfAddressSpace = 9;
    public const int LimitOfCpuTime = 0;

    [StructLayout(LayoutKind.Sequential)]
    public struct PollRequest
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct ResourceLimit
    {
        public ulong Soft;
        public ulong Hard;
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int MakeFifo(string path, uint mode);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, ref byte buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(ref PollRequest request, ulong count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    public static partial int Control(int descriptor, int command, int argument);

    /// <summary>Sends a signal to a process, or to the group of a negative number.</summary>
    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    public static partial int SetLimit(int process, int resource, in ResourceLimit limit, nint before);

    /// <summary>The error of the last call as an exception.</summary>
    public static IOException Failure(string what)
    {
        int error = Marshal.GetLastPInvokeError();
        return new IOException($"{what}: {Marshal.GetPInvokeErrorMessage(error)}.", error);
    }
}
