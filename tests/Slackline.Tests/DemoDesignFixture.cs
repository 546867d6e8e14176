using System.Runtime.Versioning;
using Slackline.Demo;
using Slackline.Tests;

[assembly: SupportedOSPlatform("linux")]
[assembly: AssemblyFixture(typeof(DemoDesignFixture))]

namespace Slackline.Tests;

/// <summary>A small generated design with every kind of path, made once for all tests that drive the real tool.</summary>
public sealed class DemoDesignFixture : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("demo-design-");

    public DemoDesignFixture() => Files = DemoDesign.Write(_directory.FullName, new DemoOptions(Endpoints: 800, Depth: 8, Clocks: 3, Corners: 1, Seed: 7));

    /// <summary>The design's files.</summary>
    public DemoFiles Files { get; }

    /// <summary>The script that loads it.</summary>
    public string Setup => Files.Setup;

    public void Dispose() => _directory.Delete(recursive: true);
}
