namespace Registry.Schemas;

/// <summary>
/// Whose text is parsed: one that a client sends now, or one that the topic already holds. The stricter refuses more; what both let in they read
/// alike.
/// </summary>
public enum Strictness
{
    /// <summary>Already stored: names and defaults that older servers let through are accepted.</summary>
    Stored,

    /// <summary>To be registered: every name and default is checked.</summary>
    New,
}

/// <summary>A schema format: text to parsed schema. Implementations are pure, stateless and safe to call from any thread.</summary>
public interface ISchemaFormat
{
    SchemaType Type { get; }

    /// <summary>Parses a text whose references are at hand, dependencies first; a reference name met twice counts once.</summary>
    Result<ParsedSchema, SchemaError> Parse(string text, IReadOnlyList<ResolvedReference> references, Strictness strictness);
}
