namespace Registry.Converters.Connect;

/// <summary>The schema that a value without one would have (spec 1.8).</summary>
public static class SchemaInference
{
    /// <summary>The schema; null for null, for dates and decimals, and for arrays and maps whose elements are none or not of one type.</summary>
    public static ConnectSchema? Infer(ConnectValue value)
    {
        switch (value.Kind)
        {
            case >= ConnectValueKind.Int8 and <= ConnectValueKind.Bytes:
                return new SchemaBuilder((ConnectType)(value.Kind - ConnectValueKind.Int8)).Build();
            case ConnectValueKind.Array:
                return Common(value.AsArray()) is { } elements ? SchemaBuilder.Array(elements).Build() : null;
            case ConnectValueKind.Map:
                var entries = value.AsMap().Entries.ToArray();
                return Common(entries.Select(entry => entry.Key).ToArray()) is { } keys && Common(entries.Select(entry => entry.Value).ToArray()) is { } values
                    ? SchemaBuilder.Map(keys, values).Build()
                    : null;
            case ConnectValueKind.Struct:
                return value.AsStruct().Schema;
            default:
                return null;
        }
    }

    // The type alone counts: of arrays within arrays the elements are not looked at.
    private static ConnectSchema? Common(ReadOnlySpan<ConnectValue> values)
    {
        ConnectType? known = null;
        var optional = false;
        foreach (ref readonly var value in values)
        {
            if (value.IsNull)
            {
                optional = true;
                continue;
            }
            if (Infer(value)?.Type is not { } type || (known is not null && known != type))
                return null;
            known = type;
        }
        if (known is null)
            return null;
        var builder = new SchemaBuilder(known.Value);
        return (optional ? builder.Optional() : builder).Build();
    }
}
