namespace Registry.Schemas;

/// <summary>A version that a new schema is held against.</summary>
/// <param name="Schema">Parsed on first use: a level that stops early never parses the rest. Null where the stored text no longer parses.</param>
public sealed record EarlierVersion(int Version, SchemaType Type, Lazy<ParsedSchema?> Schema);
