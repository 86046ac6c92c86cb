using Registry.Schemas.Json;

namespace Registry.Avro.Model;

/// <summary>
/// A node of a schema: immutable once parsed, compared by identity. Every use of a named type is the same node, so a graph
/// may have cycles; every other use is a node of its own.
/// </summary>
public abstract class AvroSchema
{
    private protected AvroSchema(AvroKind kind, IReadOnlyList<JsonProperty> properties)
    {
        Kind = kind;
        Properties = properties;
    }

    public AvroKind Kind { get; }

    /// <summary>The attributes that the language does not define, and those of logical types, in the order of the text.</summary>
    public IReadOnlyList<JsonProperty> Properties { get; }

    /// <summary>The logical type that the properties describe; null when there is none or it does not fit this schema.</summary>
    public LogicalType? LogicalType => field ??= Properties.Count == 0 ? null : LogicalTypes.Recognise(this);

    /// <summary>The name that a union knows this branch by: of kinds without a name, the kind.</summary>
    public virtual string BranchName => Kind.Word();

    /// <summary>The value of a property, or null.</summary>
    public JsonValue? Property(string name)
    {
        foreach (var property in Properties)
        {
            if (property.Name == name)
                return property.Value;
        }
        return null;
    }

    public override string ToString() => BranchName;
}
