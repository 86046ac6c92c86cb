namespace Registry.Converters.Connect;

/// <summary>A value and its schema; without a schema it is schemaless.</summary>
public readonly record struct SchemaAndValue(ConnectSchema? Schema, ConnectValue Value)
{
    /// <summary>Neither: what a tombstone becomes.</summary>
    public static SchemaAndValue Null => default;
}
