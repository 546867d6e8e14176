using System.Diagnostics;

namespace Slackline.Tests.Streams.Spooling;

/// <summary>A disk that is soon full: a tmpfs, which takes root.</summary>
internal sealed class SmallDisk : IDisposable
{
    public SmallDisk(string size)
    {
        Root = Directory.CreateTempSubdirectory("slackline-disk-").FullName;
        Mount("size=" + size);
    }

    public string Root { get; }

    /// <summary>Fills what is left of it with a file.</summary>
    public void Fill(string name)
    {
        using FileStream file = File.OpenWrite(Path.Combine(Root, name));
        byte[] page = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(page);
                file.Flush();
            }
        }
        catch (IOException)
        {
        }
    }

    /// <summary>Gives it another size.</summary>
    public void Grow(string size) => Mount("remount,size=" + size);

    public void Dispose()
    {
        using Process umount = Process.Start("umount", ["--lazy", Root]);
        umount.WaitForExit();
        Directory.Delete(Root);
    }

    private void Mount(string options)
    {
        using Process mount = Process.Start(new ProcessStartInfo("mount", ["-t", "tmpfs", "-o", options, "tmpfs", Root]) { RedirectStandardError = true })!;
        string errors = mount.StandardError.ReadToEnd();
        mount.WaitForExit();
        Assert.True(mount.ExitCode == 0, $"This test needs to mount a tmpfs, which takes root: {errors}");
    }
}
