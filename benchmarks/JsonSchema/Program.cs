using BenchmarkDotNet.Running;

// JSON schemas as a registry meets them: dotnet run -c Release -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
