using BenchmarkDotNet.Running;
using GroomingSignals.Benchmarks;

if (args is ["ratios", .. var paths])
{
    return Ratios.Run(paths);
}

if (args is ["baselines", .. var data])
{
    return Baselines.Run(data);
}

if (args is ["hosting", .. var hosting])
{
    return await HostingLoad.RunAsync(hosting);
}

if (args is ["model", .. var files])
{
    return ModelRatios.Run(files);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
