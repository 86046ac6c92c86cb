using System.Text.Json;
using Registry.Converters.Connect;
using Registry.Converters.Json;

namespace Registry.Converters.JsonSchema;

/// <summary>Which member of a union a JSON value is of; JSON does not say (spec 4.4).</summary>
internal static class UnionMember
{
    /// <summary>The first that has the value's kind; among structs that with most of the value's properties. Null when there is none.</summary>
    /// <param name="json">At the value.</param>
    public static ConnectField? Of(ConnectSchema union, in Utf8JsonReader json)
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
            // A copy, so that each candidate sees the whole value.
            var ahead = json;
            if (field.Schema.Type == ConnectType.Struct && Matching(field.Schema, ref ahead) is var count && count > most)
                (best, most) = (field, count);
        }
        return best;
    }

    private static bool IsOfKind(ConnectSchema schema, in Utf8JsonReader json) => schema.Type switch
    {
        <= ConnectType.Int64 => json.TokenType == JsonTokenType.Number && JsonScalars.IsWhole(json),
        ConnectType.Float32 or ConnectType.Float64 => json.TokenType == JsonTokenType.Number,
        ConnectType.Boolean => json.TokenType is JsonTokenType.True or JsonTokenType.False,
        ConnectType.String => json.TokenType == JsonTokenType.String,
        ConnectType.Bytes => json.TokenType is JsonTokenType.String or JsonTokenType.Number,
        ConnectType.Array => json.TokenType == JsonTokenType.StartArray,
        ConnectType.Map => json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray,
        _ => false,
    };

    // As deep as the value nests, which its reader bounds.
    private static int Matching(ConnectSchema schema, ref Utf8JsonReader json)
    {
        var count = 0;
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return count;
        }
        for (var place = 0; json.Read() && json.TokenType == JsonTokenType.PropertyName; place++)
        {
            var at = schema.FieldNames.Find(ref json, place);
            json.Read();
            if (at >= 0)
                count++;
            if (at >= 0 && schema.Fields[at].Schema is { Type: ConnectType.Struct } within)
                count += Matching(within, ref json);
            else
                json.Skip();
        }
        return count;
    }
}
