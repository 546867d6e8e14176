using SharpFuzz;
using Slackline.Fuzz;

// slackline-fuzz TARGET          serves afl-fuzz, which hands over its inputs on standard input; the engine is instrumented
// slackline-fuzz TARGET FILE...  runs the target once on each file, to look at what was found; the engine is not instrumented
if (args is not [string name, .. string[] files])
{
    throw new ArgumentException($"Name a target: {FuzzTargets.Names}.");
}

// Created late: instrumented code runs only where the fuzzer has set up the memory that it counts in.
var target = new Lazy<IFuzzTarget>(FuzzTargets.Find(name));
foreach (string file in files)
{
    Console.WriteLine(file);
    target.Value.Run(File.ReadAllBytes(file));
}

if (files.Length == 0)
{
    // In a process of its own, the harness survives what cannot be caught, such as a stack overflow.
    Fuzzer.OutOfProcess.Run(input =>
    {
        using var text = new MemoryStream();
        input.CopyTo(text);
        target.Value.Run(text.ToArray());
    });
}
