using System.Globalization;
using System.Text;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>The frame that the reference puts around what a parser says (spec 5.6); clients show it to people, some parse it.</summary>
public static class InvalidSchemaMessage
{
    public static RegistryError For(Subject subject, SubmittedSchema schema, SchemaError error) =>
        error.IsMalformed || schema.Type == SchemaType.Avro ? Unreadable(subject, schema, error.Text) : Invalid(subject, schema, error.Text);

    /// <summary>For a text that could not be read to its end, or whose references could not be found.</summary>
    public static RegistryError Unreadable(Subject subject, SubmittedSchema schema, string details) => RegistryError.InvalidSchema(schema.Type == SchemaType.Avro
        ? $"Invalid schema of type AVRO, details: Invalid schema {Describe(subject, schema, "null", "null")} with refs {References(schema)} of type AVRO, details: {details}"
        : $"Invalid schema of type {schema.Type}, details: Invalid schema of type {schema.Type}, details: {details}");

    // Other formats than Avro read a text first, and only then look at what it says.
    private static RegistryError Invalid(Subject subject, SubmittedSchema schema, string details) =>
        RegistryError.InvalidSchema($"Invalid schema {Describe(subject, schema, "0", "-1")}, details: {details}");

    private static string Describe(Subject subject, SubmittedSchema schema, string version, string id)
    {
        var guid = ContentHash.Of(Encoding.UTF8.GetBytes(schema.Text), schema.References, schema.Metadata, schema.RuleSet);
        return $"{{subject={subject},version={version},id={id},guid={guid},schemaType={schema.Type},references={References(schema)},metadata={Word(schema.Metadata)},ruleSet={Word(schema.RuleSet)},schema={schema.Text},schemaTags=null,ts=null,deleted=null}}";
    }

    private static string References(SubmittedSchema schema) => $"[{string.Join(", ", schema.References.Select(Describe))}]";

    private static string Describe(SchemaReference reference) =>
        string.Create(CultureInfo.InvariantCulture, $"{{name='{reference.Name}', subject='{reference.Subject}', version={reference.Version}}}");

    private static string Word(object? member) => member is null ? "null" : "{...}";
}
