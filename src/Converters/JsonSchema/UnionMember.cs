using System.Text.Json;
using Registry.Converters.Connect;
using Registry.Converters.Json;

namespace Registry.Converters.JsonSchema;

/// <summary>Which member of a union a JSON value is of; JSON does not say (spec 4.4).</summary>
internal static class UnionMember
{
    /// <summary>The first that has the value's kind; among structs that with most of the value's properties. Null when there is none.</summary>
    public static ConnectField? Of(ConnectSchema union, JsonElement json)
    {
        foreach (var field in union.Fields)
        {
            if (IsOfKind(field.Schema, json))
                return field;
        }
        ConnectField? best = null;
        var most = 0;
        foreach (var field in union.Fields)
        {
            if (field.Schema.Type == ConnectType.Struct && Matching(field.Schema, json) is var count && count > most)
                (best, most) = (field, count);
        }
        return best;
    }

    private static bool IsOfKind(ConnectSchema schema, JsonElement json) => schema.Type switch
    {
        <= ConnectType.Int64 => json.ValueKind == JsonValueKind.Number && JsonScalars.IsWhole(json),
        ConnectType.Float32 or ConnectType.Float64 => json.ValueKind == JsonValueKind.Number,
        ConnectType.Boolean => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
        ConnectType.String => json.ValueKind == JsonValueKind.String,
        ConnectType.Bytes => json.ValueKind is JsonValueKind.String or JsonValueKind.Number,
        ConnectType.Array => json.ValueKind == JsonValueKind.Array,
        ConnectType.Map => json.ValueKind is JsonValueKind.Object or JsonValueKind.Array,
        _ => false,
    };

    // As deep as the value nests, which its reader bounds.
    private static int Matching(ConnectSchema schema, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return 0;
        var count = 0;
        foreach (var property in json.EnumerateObject())
        {
            if (!schema.TryGetField(property.Name, out var field))
                continue;
            count++;
            if (field.Schema.Type == ConnectType.Struct)
                count += Matching(field.Schema, property.Value);
        }
        return count;
    }
}
