namespace Registry.Avro;

/// <summary>What counts when two schemas are compared.</summary>
internal enum EqualityScope
{
    /// <summary>All that data depends on, field defaults and properties: two such definitions of one name may stand in one text.</summary>
    Definitions,

    /// <summary>Also documentation, aliases and defaults of enums: two such texts are the same schema.</summary>
    Everything,
}
