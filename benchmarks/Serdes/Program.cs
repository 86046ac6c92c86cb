using BenchmarkDotNet.Running;

// Serdes for Confluent.Kafka beside Confluent's own: dotnet run -c Release -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Registry.Benchmarks.Serdes.SerdeBenchmark).Assembly).Run(args);
