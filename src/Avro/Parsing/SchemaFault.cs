using Registry.Schemas.Json;

namespace Registry.Avro.Parsing;

/// <summary>Why a JSON value is not a schema, which part of it, and what would be right there (see <see cref="Expected"/>).</summary>
internal sealed record SchemaFault(string Message, JsonValue At, string Expected = "");
