namespace Registry.Tests.Hosting;

/// <summary>Metrics belong to a process: tests that read them run while no other test has a server in it.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;
