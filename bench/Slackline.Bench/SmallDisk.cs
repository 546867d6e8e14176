using System.Diagnostics;
using System.Globalization;

namespace Slackline.Bench;

/// <summary>A disk that is soon full: a tmpfs, which takes root to mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly long _size;

    public SmallDisk(string root, int megabytes)
    {
        Root = Directory.CreateDirectory(root).FullName;
        _size = megabytes * 1024L * 1024;
        Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=700"), "tmpfs", Root);
    }

    public string Root { get; }

    private string Ballast => Path.Combine(Root, "ballast");

    /// <summary>Takes all of it but so many bytes.</summary>
    public void Fill(int leaving) => File.WriteAllBytes(Ballast, new byte[_size - leaving]);

    /// <summary>Gives back what was taken.</summary>
    public void MakeRoom() => File.Delete(Ballast);

    public void Dispose() => Run("umount", "--lazy", Root);

    private static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}; it takes root.");
        }
    }
}
