using System.Runtime.CompilerServices;
using System.Text;

namespace Registry.Converters.Connect;

/// <summary>
/// Values from text (spec 1.8): numbers, dates, booleans, arrays and maps are recognised, and whatever is none of them is a
/// string, as a whole and as it stands.
/// </summary>
public static class ValueParser
{
    private const int DateTokens = 5;

    /// <summary>The value and its schema. Never fails: what cannot be parsed is a string.</summary>
    public static SchemaAndValue Parse(string? text)
    {
        if (text is null)
            return SchemaAndValue.Null;
        return text.Length == 0 ? new(ConnectSchema.String, text) : Parse(new TextTokens(text), embedded: false) ?? SchemaAndValue.Null;
    }

    // Null is the word null.
    private static SchemaAndValue? Parse(TextTokens tokens, bool embedded)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new DataException("The text nests too deep");
        if (!tokens.HasNext)
            return null;
        if (embedded && tokens.TryConsume("\""))
            return ParseQuoted(tokens);
        if (TryConsumeWord(tokens, "null", embedded))
            return null;
        if (TryConsumeWord(tokens, "true", embedded))
            return new(ConnectSchema.Boolean, true);
        if (TryConsumeWord(tokens, "false", embedded))
            return new(ConnectSchema.Boolean, false);
        return ParseCollection(tokens) ?? ParseToken(tokens, embedded);
    }

    // At the top a word counts only alone.
    private static bool TryConsumeWord(TextTokens tokens, string word, bool embedded)
    {
        var start = tokens.Position;
        if (tokens.TryConsume(word) && (embedded || !tokens.HasNext))
            return true;
        tokens.Rewind(start);
        return false;
    }

    private static SchemaAndValue? ParseCollection(TextTokens tokens)
    {
        var start = tokens.Position;
        try
        {
            if (tokens.TryConsume("["))
                return ParseArray(tokens);
            if (tokens.TryConsume("{"))
                return ParseMap(tokens);
        }
        catch (DataException)
        {
            tokens.Rewind(start);
        }
        return null;
    }

    private static SchemaAndValue ParseToken(TextTokens tokens, bool embedded)
    {
        var untrimmed = tokens.Next();
        var token = untrimmed.Trim();
        if (token.Length == 0)
            return new(ConnectSchema.String, untrimmed);
        if (char.IsAsciiDigit(token[0]) && ParseTemporal(tokens, token) is { } temporal)
            return temporal;
        if (char.IsAsciiDigit(token[0]) || token[0] is '+' or '-')
        {
            if (NumberText.Parse(token) is { } number)
                return number;
        }
        return embedded ? throw new DataException("Failed to parse embedded value") : new(ConnectSchema.String, tokens.Text);
    }

    // The colons of a time are delimiters, so it comes in five tokens.
    private static SchemaAndValue? ParseTemporal(TextTokens tokens, string token)
    {
        var start = tokens.Position;
        if (tokens.Next(DateTokens - 1) is { } rest && TemporalText.Parse(token + rest) is { } temporal)
            return temporal;
        tokens.Rewind(start);
        return TemporalText.Parse(token);
    }

    private static SchemaAndValue ParseQuoted(TextTokens tokens)
    {
        var content = new StringBuilder();
        while (tokens.HasNext && !tokens.TryConsume("\"", trimmed: false))
            content.Append(tokens.Next());
        return TemporalText.Parse(content.ToString()) ?? new(ConnectSchema.String, content.ToString());
    }

    private static SchemaAndValue ParseArray(TextTokens tokens)
    {
        var elements = new List<ConnectValue>();
        var common = new CommonSchema();
        while (tokens.HasNext)
        {
            if (tokens.TryConsume("]"))
                return EndArray(elements, common.Schema);
            if (tokens.TryConsume(","))
                throw new DataException($"Unable to parse an empty array element: {tokens.Text}");
            var element = Parse(tokens, embedded: true);
            common.Merge(element?.Schema);
            elements.Add(element?.Value ?? default);
            var position = tokens.Position;
            if (tokens.TryConsume("]"))
                tokens.Rewind(position);
            else if (!tokens.TryConsume(","))
                throw new DataException("Array elements missing ',' delimiter");
        }
        throw new DataException("Array is missing terminating ']'");
    }

    private static SchemaAndValue EndArray(List<ConnectValue> elements, ConnectSchema? common)
    {
        if (common is null)
            return new(SchemaBuilder.OfUnknown(ConnectType.Array).Build(), (ConnectValue[])[.. elements]);
        return new(SchemaBuilder.Array(common).Build(), (ConnectValue[])[.. elements.Select(element => ValueCasts.Cast(common, null, element))]);
    }

    private static SchemaAndValue ParseMap(TextTokens tokens)
    {
        var entries = new List<KeyValuePair<ConnectValue, ConnectValue>>();
        var (keys, values) = (new CommonSchema(), new CommonSchema());
        while (tokens.HasNext)
        {
            if (tokens.TryConsume("}"))
                return EndMap(entries, keys.Schema, values.Schema);
            if (tokens.TryConsume(","))
                throw new DataException($"Unable to parse a map entry with no key or value: {tokens.Text}");
            if (Parse(tokens, embedded: true) is not { Value.IsNull: false } key)
                throw new DataException($"Map entry may not have a null key: {tokens.Text}");
            if (!tokens.TryConsume(":"))
                throw new DataException("Map entry is missing ':'");
            var value = Parse(tokens, embedded: true);
            tokens.TryConsume(",");
            keys.Merge(key.Schema);
            values.Merge(value?.Schema);
            entries.Add(new(key.Value, value?.Value ?? default));
        }
        throw new DataException("Map is missing terminating '}'");
    }

    private static SchemaAndValue EndMap(List<KeyValuePair<ConnectValue, ConnectValue>> entries, ConnectSchema? keys, ConnectSchema? values)
    {
        var schema = keys is null || values is null ? SchemaBuilder.OfUnknown(ConnectType.Map, keys) : SchemaBuilder.Map(keys, values);
        return new(schema.Build(), new ConnectMap(entries.Select(entry => new KeyValuePair<ConnectValue, ConnectValue>(
            keys is null ? entry.Key : ValueCasts.Cast(keys, null, entry.Key),
            keys is null || values is null ? entry.Value : ValueCasts.Cast(values, null, entry.Value)))));
    }
}
