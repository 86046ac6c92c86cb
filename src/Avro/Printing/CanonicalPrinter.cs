using System.Text;
using Registry.Avro.Model;
using Registry.Schemas.Json;

namespace Registry.Avro.Printing;

/// <summary>
/// Prints the text that is stored and returned (spec 1.7): each named type in full where it is first used, by name after
/// that. Recursion is bounded by <see cref="Parsing.NestingRule"/>.
/// </summary>
internal sealed class CanonicalPrinter
{
    private static readonly HashSet<string> s_none = [];

    private readonly StringBuilder _text = new();
    private readonly HashSet<AvroSchema> _printed = [];
    private readonly IReadOnlySet<string> _byName;

    private CanonicalPrinter(IReadOnlySet<string> byName) => _byName = byName;

    /// <summary>Prints everything in line.</summary>
    public static string Print(AvroSchema schema) => Print(schema, s_none);

    /// <summary>Prints the types <paramref name="byName"/>, which are defined elsewhere, by name only.</summary>
    public static string Print(AvroSchema schema, IReadOnlySet<string> byName)
    {
        var printer = new CanonicalPrinter(byName);
        printer.Append(schema, null);
        return printer._text.ToString();
    }

    private void Append(AvroSchema schema, string? @namespace)
    {
        switch (schema)
        {
            case NamedSchema type:
                AppendNamed(type, @namespace);
                break;
            case UnionSchema union:
                AppendUnion(union, @namespace);
                break;
            case ArraySchema array:
                _text.Append("{\"type\":\"array\",\"items\":");
                Append(array.Items, @namespace);
                AppendContainerProperties(array);
                _text.Append('}');
                break;
            case MapSchema map:
                _text.Append("{\"type\":\"map\",\"values\":");
                Append(map.Values, @namespace);
                AppendContainerProperties(map);
                _text.Append('}');
                break;
            case { Properties.Count: > 0 }:
                _text.Append("{\"type\":\"").Append(schema.Kind.Word()).Append('"');
                AppendProperties(schema.Properties);
                _text.Append('}');
                break;
            default:
                AppendQuoted(schema.BranchName);
                break;
        }
    }

    private void AppendUnion(UnionSchema union, string? @namespace)
    {
        _text.Append('[');
        for (var at = 0; at < union.Branches.Count; at++)
        {
            if (at > 0)
                _text.Append(',');
            Append(union.Branches[at], @namespace);
        }
        _text.Append(']');
    }

    private void AppendNamed(NamedSchema type, string? @namespace)
    {
        // A record that is still being defined is only met in the text of an error.
        if (_byName.Contains(type.Name.Full) || type is RecordSchema { IsComplete: false } || !_printed.Add(type))
        {
            AppendQuoted(type.Name.Within(@namespace));
            return;
        }
        _text.Append("{\"type\":\"").Append(type is RecordSchema { IsError: true } ? "error" : type.Kind.Word()).Append("\",\"name\":");
        AppendQuoted(type.Name.Simple);
        if (type.Name.Namespace != @namespace)
            AppendAttribute("namespace", type.Name.Namespace ?? "");
        if (type.Doc is not null)
            AppendAttribute("doc", type.Doc);
        AppendDefinition(type);
        AppendAliases(type.Aliases, alias => alias.Within(type.Name.Namespace));
        _text.Append('}');
    }

    private void AppendDefinition(NamedSchema type)
    {
        switch (type)
        {
            case RecordSchema record:
                AppendFields(record);
                AppendContainerProperties(record);
                break;
            case EnumSchema @enum:
                _text.Append(",\"symbols\":");
                AppendStrings(@enum.Symbols);
                if (@enum.Default is not null)
                    AppendAttribute("default", @enum.Default);
                AppendProperties(@enum.Properties);
                break;
            case FixedSchema @fixed:
                _text.Append(",\"size\":").Append(@fixed.Size);
                AppendProperties(@fixed.Properties);
                break;
        }
    }

    private void AppendFields(RecordSchema record)
    {
        _text.Append(",\"fields\":[");
        foreach (var field in record.Fields)
        {
            if (field.Position > 0)
                _text.Append(',');
            AppendField(field, record.Name.Namespace);
        }
        _text.Append(']');
    }

    private void AppendField(RecordField field, string? @namespace)
    {
        _text.Append("{\"name\":");
        AppendQuoted(field.Name);
        _text.Append(",\"type\":");
        Append(field.Schema, @namespace);
        if (field.Doc is not null)
            AppendAttribute("doc", field.Doc);
        if (field.Default is not null)
        {
            _text.Append(",\"default\":");
            JsonPrinter.Append(_text, field.Default, JsonNumberStyle.JavaDouble);
        }
        if (field.Order != FieldOrder.Ascending)
            AppendAttribute("order", field.Order.Word());
        AppendAliases(field.Aliases, alias => alias);
        AppendProperties(field.Properties);
        _text.Append('}');
    }

    // The reference prints the logical type of types made of others ahead of its place.
    private void AppendContainerProperties(AvroSchema schema)
    {
        if (schema.LogicalType is null)
        {
            AppendProperties(schema.Properties);
            return;
        }
        AppendProperties([.. schema.Properties.OrderBy(property => property.Name == LogicalTypes.Property ? 0 : 1)]);
    }

    private void AppendProperties(IReadOnlyList<JsonProperty> properties)
    {
        foreach (var property in properties)
        {
            _text.Append(',');
            AppendQuoted(property.Name);
            _text.Append(':');
            JsonPrinter.Append(_text, property.Value, JsonNumberStyle.JavaDouble);
        }
    }

    private void AppendAliases<T>(IReadOnlyList<T> aliases, Func<T, string> text)
    {
        if (aliases.Count == 0)
            return;
        _text.Append(",\"aliases\":");
        AppendStrings([.. aliases.Select(text)]);
    }

    private void AppendStrings(IReadOnlyList<string> values)
    {
        _text.Append('[');
        for (var at = 0; at < values.Count; at++)
        {
            if (at > 0)
                _text.Append(',');
            AppendQuoted(values[at]);
        }
        _text.Append(']');
    }

    private void AppendAttribute(string name, string value)
    {
        _text.Append(",\"").Append(name).Append("\":");
        AppendQuoted(value);
    }

    private void AppendQuoted(string value) => JsonPrinter.AppendQuoted(_text, value);
}
