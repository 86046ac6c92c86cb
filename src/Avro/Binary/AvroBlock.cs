using System.Runtime.InteropServices;

namespace Registry.Avro.Binary;

/// <summary>The head of a block of an array or a map.</summary>
/// <param name="Count">How many items follow; 0 ends the array or map.</param>
/// <param name="End">The position behind the last of them when the writer said how many bytes they take, otherwise -1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AvroBlock(int Count, int End);
