using System.Diagnostics.CodeAnalysis;

namespace Registry.Converters.Connect;

/// <summary>
/// A schema of Connect (spec 1.2): immutable once built. A struct within itself is a reference to the enclosing one, with
/// an optionality of its own.
/// </summary>
public sealed class ConnectSchema : IEquatable<ConnectSchema>
{
    // Below this, comparing names one by one is faster than hashing.
    private const int IndexedFrom = 9;

    private readonly ConnectField[]? _fields;
    private readonly Dictionary<string, ConnectField>? _index;
    private readonly ConnectSchema? _keySchema;
    private readonly ConnectSchema? _valueSchema;
    private readonly StructReference? _reference;
    private FieldNames? _fieldNames;
    private int _hash;

    internal ConnectSchema(SchemaAttributes attributes, ConnectField[]? fields, ConnectSchema? keySchema, ConnectSchema? valueSchema)
    {
        Attributes = attributes;
        (_fields, _keySchema, _valueSchema) = (fields, keySchema, valueSchema);
        if (fields?.Length >= IndexedFrom)
            _index = fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        ValueKind = attributes.Name is { } name && LogicalType.Kind(name) is { } logical ? logical : (ConnectValueKind)((int)attributes.Type + (int)ConnectValueKind.Int8);
        // The default was made over the schema as it was before it had one.
        DefaultValue = attributes.Default.Kind == ConnectValueKind.Struct ? ConnectValue.Of(attributes.Default.AsStruct().Over(this)) : attributes.Default;
    }

    private ConnectSchema(StructReference reference, bool isOptional)
    {
        _reference = reference;
        Attributes = new SchemaAttributes(ConnectType.Struct) { IsOptional = isOptional };
        ValueKind = ConnectValueKind.Struct;
    }

    public static ConnectSchema Int8 { get; } = new SchemaBuilder(ConnectType.Int8).Build();

    public static ConnectSchema Int16 { get; } = new SchemaBuilder(ConnectType.Int16).Build();

    public static ConnectSchema Int32 { get; } = new SchemaBuilder(ConnectType.Int32).Build();

    public static ConnectSchema Int64 { get; } = new SchemaBuilder(ConnectType.Int64).Build();

    public static ConnectSchema Float32 { get; } = new SchemaBuilder(ConnectType.Float32).Build();

    public static ConnectSchema Float64 { get; } = new SchemaBuilder(ConnectType.Float64).Build();

    public static ConnectSchema Boolean { get; } = new SchemaBuilder(ConnectType.Boolean).Build();

    public static ConnectSchema String { get; } = new SchemaBuilder(ConnectType.String).Build();

    public static ConnectSchema Bytes { get; } = new SchemaBuilder(ConnectType.Bytes).Build();

    public static ConnectSchema OptionalInt16 { get; } = new SchemaBuilder(ConnectType.Int16).Optional().Build();

    public static ConnectSchema OptionalInt32 { get; } = new SchemaBuilder(ConnectType.Int32).Optional().Build();

    public static ConnectSchema OptionalInt64 { get; } = new SchemaBuilder(ConnectType.Int64).Optional().Build();

    public static ConnectSchema OptionalFloat32 { get; } = new SchemaBuilder(ConnectType.Float32).Optional().Build();

    public static ConnectSchema OptionalFloat64 { get; } = new SchemaBuilder(ConnectType.Float64).Optional().Build();

    public static ConnectSchema OptionalBoolean { get; } = new SchemaBuilder(ConnectType.Boolean).Optional().Build();

    public static ConnectSchema OptionalString { get; } = new SchemaBuilder(ConnectType.String).Optional().Build();

    public static ConnectSchema OptionalBytes { get; } = new SchemaBuilder(ConnectType.Bytes).Optional().Build();

    public ConnectType Type => Attributes.Type;

    public bool IsOptional => Attributes.IsOptional;

    public string? Name => Target.Attributes.Name;

    public int? Version => Target.Attributes.Version;

    public string? Doc => Target.Attributes.Doc;

    /// <summary>Null when there are none, never empty; in the order in which they were given.</summary>
    public IReadOnlyDictionary<string, string>? Parameters => Target.Attributes.Parameters;

    /// <summary>The value that stands for a missing one; null when there is none.</summary>
    public ConnectValue DefaultValue { get; }

    /// <exception cref="DataException">Not a struct.</exception>
    public IReadOnlyList<ConnectField> Fields => Target._fields ?? throw new DataException("Cannot list fields on non-struct type");

    /// <summary>The schema of keys; null where it is not known, which only <see cref="ValueParser"/> makes.</summary>
    /// <exception cref="DataException">Not a map.</exception>
    public ConnectSchema? KeySchema => Type == ConnectType.Map ? _keySchema : throw new DataException("Cannot look up key schema on non-map type");

    /// <summary>The schema of elements or of a map's values; null where it is not known, which only <see cref="ValueParser"/> makes.</summary>
    /// <exception cref="DataException">Neither an array nor a map.</exception>
    public ConnectSchema? ValueSchema => Type is ConnectType.Array or ConnectType.Map
        ? _valueSchema
        : throw new DataException("Cannot look up value schema on non-array and non-map type");

    /// <summary>Whether this is a struct within itself; then <see cref="Target"/> is the enclosing one.</summary>
    public bool IsReference => _reference is not null;

    /// <summary>The schema itself, or the enclosing struct that it refers to.</summary>
    public ConnectSchema Target => _reference is null ? this : _reference.Target ?? throw new InvalidOperationException("The enclosing struct is still being built.");

    internal SchemaAttributes Attributes { get; }

    /// <summary>The kind that values have.</summary>
    internal ConnectValueKind ValueKind { get; }

    /// <summary>Whether the name says what values are, and not the type.</summary>
    internal bool IsLogical => ValueKind is ConnectValueKind.Decimal or ConnectValueKind.Date;

    /// <summary>The same as <see cref="Fields"/>, for those who go through them with every record.</summary>
    internal ReadOnlySpan<ConnectField> FieldSpan => Target._fields;

    /// <exception cref="DataException">Not a struct.</exception>
    internal FieldNames FieldNames => Target._fieldNames ??= new FieldNames(Target);

    /// <exception cref="DataException">Not a struct.</exception>
    public bool TryGetField(string name, [NotNullWhen(true)] out ConnectField? field)
    {
        if (Target._index is { } index)
            return index.TryGetValue(name, out field);
        var fields = Type == ConnectType.Struct ? Fields : throw new DataException("Cannot look up fields on non-struct type");
        for (var at = 0; at < fields.Count; at++)
        {
            if (fields[at].Name == name)
            {
                field = fields[at];
                return true;
            }
        }
        field = null;
        return false;
    }

    /// <summary>The value of a parameter, or null.</summary>
    public string? Parameter(string name) => Parameters is { } parameters && parameters.TryGetValue(name, out var value) ? value : null;

    /// <summary>A struct within itself.</summary>
    internal static ConnectSchema ReferTo(StructReference reference, bool isOptional) => new(reference, isOptional);

    /// <summary>The same schema with or without a value of null.</summary>
    public ConnectSchema WithOptional(bool isOptional)
    {
        if (isOptional == IsOptional)
            return this;
        return _reference is not null
            ? new ConnectSchema(_reference, isOptional)
            : new ConnectSchema(Attributes with { IsOptional = isOptional }, _fields, _keySchema, _valueSchema);
    }

    public bool Equals(ConnectSchema? other) => other is not null && SchemaComparison.AreEqual(this, other);

    public override bool Equals(object? obj) => obj is ConnectSchema other && Equals(other);

    public override int GetHashCode()
    {
        // References are not followed, and what they do not say is not hashed: a hash must end.
        if (_hash == 0)
            _hash = HashCode.Combine(Type, Name, Version, _fields?.Length ?? 0, _valueSchema?.Type, _keySchema?.Type, _fields?.Length > 0 ? _fields[0].Name : null) | 1;
        return _reference is null ? _hash : Target.GetHashCode();
    }

    public override string ToString() => Name is null ? $"Schema{{{Type.UpperCaseWord()}}}" : $"Schema{{{Name}:{Type.UpperCaseWord()}}}";
}

/// <summary>The enclosing struct of a schema within itself; known once that struct is built.</summary>
internal sealed class StructReference
{
    public ConnectSchema? Target { get; set; }
}

/// <summary>What all types of schema have.</summary>
internal sealed record SchemaAttributes(ConnectType Type)
{
    public bool IsOptional { get; init; }

    public ConnectValue Default { get; init; }

    public string? Name { get; init; }

    public int? Version { get; init; }

    public string? Doc { get; init; }

    public IReadOnlyDictionary<string, string>? Parameters { get; init; }
}
