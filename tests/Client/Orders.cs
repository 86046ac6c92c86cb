using Registry.Schemas;

namespace Registry.Client.Tests;

/// <summary>Versions of one schema.</summary>
internal static class Orders
{
    public static readonly SchemaContent First = new(SchemaType.Avro, """{"type":"record","name":"Order","namespace":"shop","fields":[{"name":"id","type":"long"}]}""");

    public static readonly SchemaContent Second = new(SchemaType.Avro, """{"type":"record","name":"Order","namespace":"shop","fields":[{"name":"id","type":"long"},{"name":"note","type":"string","default":""}]}""");

    /// <summary>No reader of it can read the first.</summary>
    public static readonly SchemaContent Breaking = new(SchemaType.Avro, """{"type":"record","name":"Order","namespace":"shop","fields":[{"name":"id","type":"string"}]}""");
}
