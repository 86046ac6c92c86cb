using Registry.Schemas.Json;

namespace Registry.Avro.Parsing;

/// <summary>Why a JSON value is not a schema, and which part of it.</summary>
internal sealed record SchemaFault(string Message, JsonValue At);
