namespace Registry.Schemas;

/// <summary>What a path of a tagged part leads to.</summary>
public enum SchemaPart
{
    Record,
    Field,
}

/// <summary>A part of a schema that can carry tags.</summary>
/// <param name="Path">Names with dots between them; what they are is the format's business.</param>
public readonly record struct SchemaEntity(string Path, SchemaPart Part);

/// <summary>A part of a schema and its tags, in the order of the text.</summary>
public sealed record SchemaTags(SchemaEntity Entity, IReadOnlyList<string> Tags);
