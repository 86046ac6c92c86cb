using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>Why a text is not a schema, and the value that shows it.</summary>
internal sealed record SchemaFault(string Message, JsonValue At);
