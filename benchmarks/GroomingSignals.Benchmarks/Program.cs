using BenchmarkDotNet.Running;
using GroomingSignals.Benchmarks;

if (args is ["ratios", .. var paths])
{
    return Ratios.Run(paths);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
