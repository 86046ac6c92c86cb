using System.Runtime.InteropServices;
using Registry.JsonSchema.Model;

namespace Registry.JsonSchema.Compatibility;

/// <summary>What is compared with what: the schema that instances were written with, and the one that is to read them. Compared by identity.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SchemaPair(SchemaNode Writer, SchemaNode Reader);
