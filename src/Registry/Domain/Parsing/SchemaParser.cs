using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>Parses submitted and stored schemas with the formats at hand, and remembers what it parsed.</summary>
public sealed class SchemaParser(IEnumerable<ISchemaFormat> formats, ParsedSchemaCache cache)
{
    private readonly FrozenDictionary<SchemaType, ISchemaFormat> _formats = formats.ToFrozenDictionary(format => format.Type);

    /// <summary>In the order in which the REST API lists them.</summary>
    public ImmutableArray<SchemaType> Types { get; } = [.. formats.Select(format => format.Type)];

    public bool Knows(SchemaType type) => _formats.ContainsKey(type);

    /// <summary>Understands a submitted schema on one snapshot.</summary>
    /// <param name="strictness"><see cref="Strictness.New"/> also refuses references to soft-deleted versions.</param>
    /// <param name="validateFields">Whether names of fields must be allowed ones.</param>
    public Result<Candidate, RegistryError> Parse(
        RegistryState state, Subject subject, SubmittedSchema submitted, Strictness strictness, bool normalize, bool validateFields)
    {
        if (!_formats.TryGetValue(submitted.Type, out var format))
            return RegistryError.InvalidSchema($"Invalid schema type {submitted.Type}");
        if (submitted.IsBlank)
            return RegistryError.InvalidSchema("Empty schema");
        if (ReferenceFault(submitted.References) is { } fault)
            return InvalidSchemaMessage.Unreadable(subject, submitted, fault);
        if (!References.Resolve(state, subject, submitted.References, allowDeleted: strictness == Strictness.Stored).TryGet(out var references, out var missing))
            return InvalidSchemaMessage.Unreadable(subject, submitted, missing);

        var key = new ParseKey(submitted.Text, submitted.Type, normalize, Targets(references));
        if (!cache.Texts.TryGet(key, out var understood) || understood.Strictness < strictness)
        {
            if (!Understand(key, format, references, strictness).TryGet(out understood, out var error))
                return InvalidSchemaMessage.For(subject, submitted, error);
            cache.Texts.Add(key, understood);
        }
        if (validateFields && understood.FieldFault is { } field)
            return InvalidSchemaMessage.For(subject, submitted, field);
        var direct = normalize ? Normalize(references.Direct) : references.Direct;
        var stored = direct.IsEmpty && submitted.Metadata is null && submitted.RuleSet is null
            ? understood.Alone
            : new(submitted.Type, understood.Alone.Text, direct, submitted.Metadata, submitted.RuleSet);
        return new Candidate(stored, () => ParseAgain(key, format, references, understood.Strictness));
    }

    /// <summary>A stored schema's meaning; null when its format is unknown here or its text no longer parses.</summary>
    public ParsedSchema? Parse(RegistryState state, SubjectVersion version)
    {
        if (!_formats.TryGetValue(version.Schema.Type, out var format)
            || !References.Resolve(state, version.Subject, version.Schema.References, allowDeleted: true).TryGet(out var references, out _))
            return null;
        var key = new ParseKey(version.Schema, version.Schema.Type, false, Targets(references));
        if (cache.Stored.TryGet(key, out var parsed))
            return parsed;
        if (!Parse(format, version.Schema.Text.ToString(), references, Strictness.Stored).TryGet(out parsed, out _))
            return null;
        cache.Stored.Add(key, parsed);
        return parsed;
    }

    // Nearly all that is asked for as it would be stored passes as new, and a registration asks for both: the first time then serves for both.
    private Result<UnderstoodText, SchemaError> Understand(ParseKey key, ISchemaFormat format, ResolvedReferences references, Strictness strictness)
    {
        var passed = Strictness.New;
        if (!Parse(key, format, references, passed).TryGet(out var parsed, out var error))
        {
            passed = Strictness.Stored;
            if (strictness == Strictness.New || !Parse(key, format, references, passed).TryGet(out parsed, out error))
                return error;
        }
        var alone = new StoredSchema(format.Type, SchemaText.From(parsed.CanonicalText), [], metadata: null, ruleSet: null);
        return new UnderstoodText(alone, passed, parsed.FieldFault);
    }

    private ParsedSchema ParseAgain(ParseKey key, ISchemaFormat format, ResolvedReferences references, Strictness strictness)
    {
        if (cache.Submitted.TryGet(key, out var known))
            return known;
        return Parse(key, format, references, strictness).TryGet(out var parsed, out var error) ? parsed : throw new UnreachableException(error.Message);
    }

    private Result<ParsedSchema, SchemaError> Parse(ParseKey key, ISchemaFormat format, ResolvedReferences references, Strictness strictness)
    {
        if (!Parse(format, (string)key.Source, references, strictness).TryGet(out var parsed, out var error))
            return error;
        if (key.Normalized)
            parsed = parsed.Normalize();
        cache.Submitted.Add(key, parsed);
        return parsed;
    }

    private static Result<ParsedSchema, SchemaError> Parse(ISchemaFormat format, string text, ResolvedReferences references, Strictness strictness) =>
        format.Parse(text, [.. references.All.Select(it => new ResolvedReference(it.Reference, it.Target.Text.ToString()))], strictness);

    private static ImmutableArray<(string, StoredSchema)> Targets(ResolvedReferences references) => [.. references.All.Select(it => (it.Reference.Name, it.Target))];

    private static string? ReferenceFault(ImmutableArray<SchemaReference> references)
    {
        foreach (var reference in references)
        {
            if (reference.Version is 0 or < -1)
                return $"io.confluent.kafka.schemaregistry.exceptions.InvalidVersionException: {reference.Version}";
        }
        return null;
    }

    private static ImmutableArray<SchemaReference> Normalize(ImmutableArray<SchemaReference> references) =>
        [.. references.Distinct().OrderBy(reference => reference.Subject, StringComparer.Ordinal).ThenBy(reference => reference.Version)];
}
