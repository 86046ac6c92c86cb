namespace Registry.Converters.Connect;

/// <summary>Builds schemas (spec 1.3). What was set once can only be set to the same again.</summary>
public sealed class SchemaBuilder
{
    private readonly List<ConnectField>? _fields;
    private readonly HashSet<string>? _names;
    private readonly ConnectSchema? _keySchema;
    private readonly ConnectSchema? _valueSchema;
    private SchemaAttributes _attributes;
    private bool? _optional;
    private OrderedDictionary<string, string>? _parameters;

    public SchemaBuilder(ConnectType type)
        : this(type, null, null)
    {
    }

    private SchemaBuilder(ConnectType type, ConnectSchema? keySchema, ConnectSchema? valueSchema)
    {
        (_keySchema, _valueSchema) = (keySchema, valueSchema);
        _attributes = new SchemaAttributes(type);
        if (type == ConnectType.Struct)
            (_fields, _names) = ([], new HashSet<string>(StringComparer.Ordinal));
    }

    public static SchemaBuilder Struct() => new(ConnectType.Struct);

    public static SchemaBuilder Array(ConnectSchema elements) => new(ConnectType.Array, null, elements ?? throw new SchemaBuilderException("valueSchema cannot be null."));

    public static SchemaBuilder Map(ConnectSchema keys, ConnectSchema values) => new(
        ConnectType.Map, keys ?? throw new SchemaBuilderException("keySchema cannot be null."), values ?? throw new SchemaBuilderException("valueSchema cannot be null."));

    /// <summary>An array whose elements, or a map whose keys or values, have nothing in common.</summary>
    internal static SchemaBuilder OfUnknown(ConnectType type, ConnectSchema? keys = null) => new(type, keys, null);

    public SchemaBuilder Optional() => SetOptional(true);

    public SchemaBuilder Required() => SetOptional(false);

    public SchemaBuilder Name(string name)
    {
        CheckUnset("name", _attributes.Name, name);
        _attributes = _attributes with { Name = name };
        return this;
    }

    public SchemaBuilder Version(int version)
    {
        CheckUnset("version", _attributes.Version, version);
        _attributes = _attributes with { Version = version };
        return this;
    }

    public SchemaBuilder Doc(string doc)
    {
        CheckUnset("doc", _attributes.Doc, doc);
        _attributes = _attributes with { Doc = doc };
        return this;
    }

    /// <summary>Sets or replaces a parameter.</summary>
    public SchemaBuilder Parameter(string name, string value)
    {
        (_parameters ??= new OrderedDictionary<string, string>(StringComparer.Ordinal))[name] = value;
        return this;
    }

    public SchemaBuilder Parameters(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        foreach (var (name, value) in parameters)
            Parameter(name, value);
        return this;
    }

    /// <summary>Sets the default, which must be a value of the schema as it is now.</summary>
    public SchemaBuilder Default(ConnectValue value)
    {
        CheckUnset("default", _attributes.Default.IsNull ? null : (object)_attributes.Default, value);
        try
        {
            ValueValidation.Validate(Build(), value);
        }
        catch (DataException e)
        {
            throw new SchemaBuilderException("Invalid default value", e);
        }
        _attributes = _attributes with { Default = value };
        return this;
    }

    public SchemaBuilder Field(string name, ConnectSchema schema)
    {
        if (_fields is null)
            throw new SchemaBuilderException($"Cannot create fields on type {_attributes.Type.UpperCaseWord()}");
        if (string.IsNullOrEmpty(name))
            throw new SchemaBuilderException("fieldName cannot be null.");
        if (schema is null)
            throw new SchemaBuilderException($"fieldSchema for field {name} cannot be null.");
        if (!_names!.Add(name))
            throw new SchemaBuilderException($"Cannot create field because of field name duplication {name}");
        _fields.Add(new ConnectField(name, _fields.Count, schema));
        return this;
    }

    public ConnectSchema Build() => new(
        _attributes with { IsOptional = _optional ?? false, Parameters = _parameters is null ? null : new OrderedDictionary<string, string>(_parameters, StringComparer.Ordinal) },
        _fields is null ? null : [.. _fields],
        _keySchema,
        _valueSchema);

    private SchemaBuilder SetOptional(bool optional)
    {
        CheckUnset("optional", _optional, optional);
        _optional = optional;
        return this;
    }

    private static void CheckUnset(string what, object? was, object? becomes)
    {
        if (was is not null && !was.Equals(becomes))
            throw new SchemaBuilderException($"Invalid SchemaBuilder call: {what} has already been set.");
    }
}
