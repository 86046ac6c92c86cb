using System.Globalization;
using Registry.Converters.Connect;
using LogicalType = Registry.Converters.Connect.LogicalType;

namespace Registry.Converters.Avro;

/// <summary>The named types that one conversion has met: each is defined where it is first used, and named after that.</summary>
internal sealed class DefinedTypes(AvroDataOptions options)
{
    private const string VariantName = "confluent.type.Variant";

    private readonly Dictionary<string, ConnectSchema> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<ConnectSchema, string> _unnamed = [];
    private readonly Dictionary<ConnectSchema, string> _open = new(ReferenceEqualityComparer.Instance);
    private int _namesGiven;

    /// <summary>Whether this is the first use of a struct, an enum or a fixed; in any case its name.</summary>
    /// <exception cref="DataException">The name belongs to a type of another structure.</exception>
    public bool TryDefine(ConnectSchema schema, out string name)
    {
        if (_open.TryGetValue(schema, out name!))
            return false;
        name = NameOf(schema);
        _open.Add(schema, name);
        return IsFirst(name, schema);
    }

    /// <summary>Whether this is the first use of the entries of a map; in any case their name.</summary>
    /// <exception cref="DataException">The name belongs to entries of another structure.</exception>
    public bool TryDefineEntry(ConnectSchema map, out string name)
    {
        name = map.Name is { } given ? Legal(given) : AvroWords.MapEntryName;
        return IsFirst(name, map);
    }

    /// <summary>Whether a use of the schema would be by name.</summary>
    public bool Contains(ConnectSchema schema)
    {
        if (schema.Type != ConnectType.Struct && !schema.IsEnum(options) && !schema.IsFixed())
            return false;
        return GivenName(schema.Target) is { } name && _byName.ContainsKey(name);
    }

    private bool IsFirst(string name, ConnectSchema schema)
    {
        if (_byName.TryAdd(name, schema))
            return true;
        return SameStructure.Of(_byName[name], schema)
            ? false
            : throw new DataException($"Two schemas of different structure have the name {name}: give one of them another name");
    }

    private string NameOf(ConnectSchema schema)
    {
        if (GivenName(schema) is { } given)
            return given;
        var required = schema.WithOptional(false);
        if (!_unnamed.TryGetValue(required, out var name))
        {
            _namesGiven++;
            name = _namesGiven == 1 ? AvroWords.DefaultName : AvroWords.DefaultName + _namesGiven.ToString(CultureInfo.InvariantCulture);
            _unnamed.Add(required, name);
        }
        return name;
    }

    private string? GivenName(ConnectSchema schema)
    {
        if (schema.IsEnum(options))
            return Legal(schema.Parameter(options.EnumParameter) ?? throw new DataException($"The enum {schema.Name} has no parameter {options.EnumParameter}"));
        if (schema is { Type: ConnectType.Struct, Name: LogicalType.Variant })
            return VariantName;
        return schema.Name is { } name ? Legal(name) : null;
    }

    private string Legal(string name) => options.ScrubInvalidNames ? NameScrubbing.ScrubFullName(name) : name;
}
