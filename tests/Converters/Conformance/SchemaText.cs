using System.Text;
using Registry.Converters.Connect;

namespace Registry.Converters.Tests.Conformance;

/// <summary>A schema with all that it has, for messages.</summary>
internal static class SchemaText
{
    public static string Of(ConnectSchema? schema)
    {
        if (schema is null)
            return "null";
        var text = new StringBuilder().Append(schema.Type).Append(schema.IsOptional ? "?" : "");
        if (schema.IsReference)
            return text.Append("->").Append(schema.Target.Name).ToString();
        text.Append('(').Append(schema.Name).Append(" v").Append(schema.Version).Append(" doc=").Append(schema.Doc).Append(" default=").Append(schema.DefaultValue.ToString());
        foreach (var (name, value) in schema.Parameters ?? Enumerable.Empty<KeyValuePair<string, string>>())
            text.Append(' ').Append(name).Append('=').Append(value);
        text.Append(')');
        if (schema.Type == ConnectType.Struct)
            text.Append('{').AppendJoin(", ", schema.Fields.Select(field => $"{field.Name}: {Of(field.Schema)}")).Append('}');
        if (schema.Type == ConnectType.Map)
            text.Append('<').Append(Of(schema.KeySchema)).Append('>');
        if (schema.Type is ConnectType.Array or ConnectType.Map)
            text.Append('[').Append(Of(schema.ValueSchema)).Append(']');
        return text.ToString();
    }
}
