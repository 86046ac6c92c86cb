using System.Collections.Frozen;
using System.Collections.Immutable;
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

        var key = new ParseKey(submitted.Text, submitted.Type, strictness, normalize, Targets(references));
        if (!cache.TryGet(key, out var cached))
        {
            if (!Parse(format, submitted.Text, references, strictness).TryGet(out var parsed, out var error))
                return InvalidSchemaMessage.For(subject, submitted, error);
            if (normalize)
                parsed = parsed.Normalize();
            cached = new(parsed, SchemaText.From(parsed.CanonicalText));
            cache.Add(key, cached);
        }
        if (validateFields && cached.Schema.FieldFault is { } field)
            return InvalidSchemaMessage.For(subject, submitted, field);
        var direct = normalize ? Normalize(references.Direct) : references.Direct;
        return new Candidate(cached.Schema, new(submitted.Type, cached.Text, direct, submitted.Metadata, submitted.RuleSet));
    }

    /// <summary>A stored schema's meaning; null when its format is unknown here or its text no longer parses.</summary>
    public ParsedSchema? Parse(RegistryState state, SubjectVersion version)
    {
        if (!_formats.TryGetValue(version.Schema.Type, out var format)
            || !References.Resolve(state, version.Subject, version.Schema.References, allowDeleted: true).TryGet(out var references, out _))
            return null;
        var key = new ParseKey(version.Schema, version.Schema.Type, Strictness.Stored, false, Targets(references));
        if (cache.TryGet(key, out var cached))
            return cached.Schema;
        if (!Parse(format, version.Schema.Text.ToString(), references, Strictness.Stored).TryGet(out var parsed, out _))
            return null;
        cache.Add(key, new(parsed, version.Schema.Text));
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
