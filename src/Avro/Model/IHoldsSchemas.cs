namespace Registry.Avro.Model;

/// <summary>
/// A schema made of others. Names may be used before they are defined, so while a text is parsed children can be
/// stand-ins; the parser replaces them before anyone else sees the schema.
/// </summary>
internal interface IHoldsSchemas
{
    void Replace(Func<AvroSchema, AvroSchema> replacement);
}
