using System.Globalization;
using System.Text;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>The frame that the reference puts around what a parser says (spec 5.6); clients show it to people, some parse it.</summary>
public static class InvalidSchemaMessage
{
    public static RegistryError For(Subject subject, SubmittedSchema schema, string details)
    {
        if (schema.Type != SchemaType.Avro)
            return RegistryError.InvalidSchema($"Invalid schema of type {schema.Type}, details: Invalid schema of type {schema.Type}, details: {details}");
        var references = string.Join(", ", schema.References.Select(Describe));
        var guid = ContentHash.Of(Encoding.UTF8.GetBytes(schema.Text), schema.References, schema.Metadata, schema.RuleSet);
        return RegistryError.InvalidSchema(string.Create(
            CultureInfo.InvariantCulture,
            $"Invalid schema of type AVRO, details: Invalid schema {{subject={subject},version=null,id=null,guid={guid},schemaType=AVRO,references=[{references}],metadata={Word(schema.Metadata)},ruleSet={Word(schema.RuleSet)},schema={schema.Text},schemaTags=null,ts=null,deleted=null}} with refs [{references}] of type AVRO, details: {details}"));
    }

    private static string Describe(SchemaReference reference) =>
        $"{{name='{reference.Name}', subject='{reference.Subject}', version={reference.Version}}}";

    private static string Word(object? member) => member is null ? "null" : "{...}";
}
