using Registry.Schemas.Json;

namespace Registry.Avro.Model;

/// <summary>A record, enum or fixed: defined once, referred to by name.</summary>
public abstract class NamedSchema : AvroSchema
{
    private protected NamedSchema(AvroKind kind, NamedAttributes attributes)
        : base(kind, attributes.Properties) => (Name, Doc, Aliases) = (attributes.Name, attributes.Doc, attributes.Aliases);

    public AvroName Name { get; }

    public string? Doc { get; }

    /// <summary>Other names, as a reader, for types of writers; distinct, in the order of the text.</summary>
    public IReadOnlyList<AvroName> Aliases { get; }

    public override string BranchName => Name.Full;

    internal NamedAttributes Attributes => new(Name, Doc, Aliases, Properties);
}

/// <summary>What all named types have.</summary>
internal sealed record NamedAttributes(AvroName Name, string? Doc, IReadOnlyList<AvroName> Aliases, IReadOnlyList<JsonProperty> Properties);
