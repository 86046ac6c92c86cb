namespace Registry.Schemas;

/// <summary>
/// The format of a schema as the REST API and the topic name it. A name, not an enum: a topic may hold
/// schemas of a format that this server does not read, and they are kept and served all the same.
/// </summary>
public readonly record struct SchemaType(string Name)
{
    public static readonly SchemaType Avro = new("AVRO");
    public static readonly SchemaType Json = new("JSON");
    public static readonly SchemaType Protobuf = new("PROTOBUF");

    /// <summary>The type of this name; the known ones share one string.</summary>
    public static SchemaType Of(string name) => name switch { "AVRO" => Avro, "JSON" => Json, "PROTOBUF" => Protobuf, _ => new(name) };

    public override string ToString() => Name;
}
