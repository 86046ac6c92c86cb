using System.Text;
using System.Text.Json;
using Registry.Schemas.Json;

namespace Registry.Converters.Connect;

/// <summary>The names of a struct's fields as JSON has them, made once: a record holds them all.</summary>
internal sealed class FieldNames(ConnectSchema schema)
{
    // Beyond, a name that is not where it should be is looked up by its hash.
    private const int FewFields = 8;

    // The field that stood at each place of the record before: whoever writes them keeps to an order, be it that of the schema or another.
    private readonly int[] _before = [.. schema.Fields.Select(field => field.Index)];

    private readonly byte[][] _plain = [.. schema.Fields.Select(field => Encoding.UTF8.GetBytes(field.Name))];
    private readonly JsonEncodedText[] _escaped = Encode(schema, JacksonEncoder.Instance);
    private readonly JsonEncodedText[] _supplementary = Encode(schema, JacksonEncoder.Supplementary);

    /// <summary>As <see cref="JacksonEncoder.Instance"/> escapes them.</summary>
    public ReadOnlySpan<JsonEncodedText> Escaped => _escaped;

    /// <summary>As <see cref="JacksonEncoder.Supplementary"/> escapes them.</summary>
    public ReadOnlySpan<JsonEncodedText> Supplementary => _supplementary;

    /// <summary>The field whose name the reader is at; -1 for none.</summary>
    /// <param name="place">How many properties stand before it.</param>
    public int Find(ref Utf8JsonReader json, int place)
    {
        if (place >= _before.Length)
            return Search(ref json);
        var expected = _before[place];
        if (json.ValueTextEquals(_plain[expected]))
            return expected;
        var found = Search(ref json);
        if (found >= 0)
            _before[place] = found;
        return found;
    }

    private int Search(ref Utf8JsonReader json)
    {
        if (_plain.Length > FewFields)
            return schema.TryGetField(json.GetString()!, out var field) ? field.Index : -1;
        for (var at = 0; at < _plain.Length; at++)
        {
            if (json.ValueTextEquals(_plain[at]))
                return at;
        }
        return -1;
    }

    private static JsonEncodedText[] Encode(ConnectSchema schema, JacksonEncoder encoder) =>
        [.. schema.Fields.Select(field => JsonEncodedText.Encode(field.Name, encoder))];
}
