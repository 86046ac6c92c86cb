using BenchmarkDotNet.Running;
using Registry.Benchmarks.Converters;

// The converters on one nested order, both ways: dotnet run -c Release -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(ConverterBenchmark).Assembly).Run(args);
