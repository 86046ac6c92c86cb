namespace Registry.Schemas;

/// <summary>A valid schema of any format, immutable: what a text means, apart from where it is registered.</summary>
public abstract class ParsedSchema
{
    public abstract SchemaType Type { get; }

    /// <summary>The text that is stored, hashed and returned.</summary>
    public abstract string CanonicalText { get; }

    /// <summary>The same schema with all that carries no meaning put in one order (<c>normalize=true</c>).</summary>
    public abstract ParsedSchema Normalize();

    /// <summary>The text in one of the renderings of the <c>format</c> parameter; unknown names give the canonical text.</summary>
    public abstract string Render(string format);

    /// <summary>Whether both are the same schema for a lookup, whatever their texts look like. False across formats.</summary>
    public abstract bool IsEquivalentTo(ParsedSchema other);

    /// <summary>Whether the top level declares a field, property or member of this name.</summary>
    public abstract bool HasTopLevelField(string name);

    /// <summary>The parts that carry tags inside the text, those of references included. None in a format that has no place for them.</summary>
    public virtual IReadOnlyList<SchemaTags> Tags => [];

    /// <summary>The same schema with other tags, or the reference's words for an edit of a part that is not there.</summary>
    public virtual Result<ParsedSchema, string> WithTags(TagEdit edit) =>
        edit.IsEmpty ? this : $"Schemas of type {Type} cannot be tagged here";

    /// <summary>What of the schema is not let in where names of fields are validated; null when nothing is.</summary>
    public virtual SchemaError? FieldFault => null;

    /// <summary>
    /// Everything that keeps this schema, as the reader, from reading what <paramref name="writer"/>, of the same format, wrote.
    /// Empty means compatible.
    /// </summary>
    public abstract IReadOnlyList<Incompatibility> FindIncompatibilities(ParsedSchema writer, CompatibilityPolicy policy, CancellationToken cancellationToken);
}
