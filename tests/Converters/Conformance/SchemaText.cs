using System.Text;
using Registry.Converters.Connect;

namespace Registry.Converters.Tests.Conformance;

/// <summary>A schema with all that it has, for messages.</summary>
internal static class SchemaText
{
    /// <summary>The same with the fields of structs by name.</summary>
    public static string Sorted(ConnectSchema? schema) => Of(schema, fields => fields.OrderBy(field => field.Name, StringComparer.Ordinal));

    public static string Of(ConnectSchema? schema) => Of(schema, fields => fields);

    private static string Of(ConnectSchema? schema, Func<IEnumerable<ConnectField>, IEnumerable<ConnectField>> order)
    {
        if (schema is null)
            return "null";
        var text = new StringBuilder().Append(schema.Type).Append(schema.IsOptional ? "?" : "");
        if (schema.IsReference)
            return text.Append("->").Append(schema.Target.Name).ToString();
        text.Append('(').Append(schema.Name).Append(" v").Append(schema.Version).Append(" doc=").Append(schema.Doc).Append(" default=").Append(schema.DefaultValue.ToString());
        foreach (var (name, value) in (schema.Parameters ?? Enumerable.Empty<KeyValuePair<string, string>>()).OrderBy(parameter => parameter.Key, StringComparer.Ordinal))
            text.Append(' ').Append(name).Append('=').Append(value);
        text.Append(')');
        if (schema.Type == ConnectType.Struct)
            text.Append('{').AppendJoin(", ", order(schema.Fields).Select(field => $"{field.Name}: {Of(field.Schema, order)}")).Append('}');
        if (schema.Type == ConnectType.Map)
            text.Append('<').Append(Of(schema.KeySchema, order)).Append('>');
        if (schema.Type is ConnectType.Array or ConnectType.Map)
            text.Append('[').Append(Of(schema.ValueSchema, order)).Append(']');
        return text.ToString();
    }
}
