using BenchmarkDotNet.Running;

// The codec beside Apache.Avro and System.Text.Json on the same record: dotnet run -c Release -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
