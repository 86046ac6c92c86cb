namespace Registry.Kafka.Tests;

internal static class SchemaText
{
    public static string Record(string name) => $$"""{"type":"record","name":"{{name}}","fields":[{"name":"id","type":"long"}]}""";
}
