using Registry.Schemas;

namespace Registry.Client;

/// <summary>The schemas that one format's records are written and read with (spec 7.2). Every answer that is known is at hand at once.</summary>
public sealed class RecordSchemas(ISchemaClient client, ISchemaFormat format, RecordSchemaOptions options)
{
    private const string VersionProperty = "confluent:version";
    private const int Capacity = 1000;

    private static readonly Sides s_sides = new("registered", "value's");

    private readonly BoundedCache<SchemaContent, Task<ParsedSchema>> _parsed = new(Capacity);
    private readonly BoundedCache<ParsedSchema, SchemaContent> _contents = new(Capacity);
    private readonly BoundedCache<(ParsedSchema Own, ParsedSchema Target), string> _faults = new(Capacity);

    /// <summary>The schema that a value of our own schema is written with, and how the record names it.</summary>
    /// <exception cref="RegistryException">The registry refuses the schema, or cannot be reached.</exception>
    /// <exception cref="SchemaSelectionException">The schema to write with does not fit the value's own.</exception>
    public async ValueTask<(RegisteredSchema Registered, ParsedSchema Parsed)> ForWritingAsync(string subject, ParsedSchema own, CancellationToken cancellationToken)
    {
        var content = _contents.GetOrMake(own, static schema => new SchemaContent(schema.Type, schema.CanonicalText));
        var registered = await ChooseAsync(subject, content, cancellationToken).ConfigureAwait(false);
        if (ReferenceEquals(registered.Content, content) || registered.Content.Equals(content))
            return (registered, own);
        var target = await ParseAsync(registered.Content, cancellationToken).ConfigureAwait(false);
        if (IsStrict && _faults.GetOrMake((own, target), FaultOf) is { Length: > 0 } fault)
            throw new SchemaSelectionException($"Incompatible schema: data of {subject} would be written with schema {registered.Id?.ToString() ?? registered.Guid?.ToString()}, which cannot read what the value's schema says: {fault}. Set latest.compatibility.strict or id.compatibility.strict to false to write nevertheless");
        return (registered, target);
    }

    /// <summary>The schema that a record names.</summary>
    /// <exception cref="RegistryException">The registry does not know it, or cannot be reached.</exception>
    /// <exception cref="SchemaSelectionException">It is of another format.</exception>
    public async ValueTask<(RegisteredSchema Registered, ParsedSchema Parsed)> ForReadingAsync(SchemaFrame frame, string? subject, CancellationToken cancellationToken)
    {
        var registered = frame.Id is { } id
            ? await client.GetByIdAsync(id, subject, cancellationToken).ConfigureAwait(false)
            : await client.GetByGuidAsync(frame.Guid!.Value, cancellationToken).ConfigureAwait(false);
        if (registered.Content.Type != format.Type)
            throw new SchemaSelectionException($"Invalid schema type {registered.Content.Type}: schema {frame} is none of the type {format.Type}");
        return (registered, await ParseAsync(registered.Content, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The schema that the reader wants; null for that of the writer.</summary>
    public async ValueTask<ParsedSchema?> ReaderAsync(string subject, CancellationToken cancellationToken)
    {
        if (options.UseLatestWithMetadata is { } metadata)
            return await ParseAsync((await client.GetLatestAsync(subject, metadata, cancellationToken).ConfigureAwait(false)).Content, cancellationToken).ConfigureAwait(false);
        return options.UseLatestVersion ? await ParseAsync((await client.GetLatestAsync(subject, cancellationToken).ConfigureAwait(false)).Content, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>The version that a schema has under a subject; null where it has none.</summary>
    public async ValueTask<int?> VersionAsync(string subject, RegisteredSchema registered, CancellationToken cancellationToken)
    {
        if (registered.Content.Metadata?.Properties?.TryGetValue(VersionProperty, out var text) == true && int.TryParse(text, out var noted))
            return noted;
        try
        {
            return (await client.LookUpAsync(subject, registered.Content, normalize: false, cancellationToken).ConfigureAwait(false)).Version?.Value;
        }
        // Records of other subjects' schemas can be read too.
        catch (RegistryException e) when (e.IsNotFound)
        {
            return null;
        }
    }

    private bool IsStrict => options switch
    {
        { AutoRegisterSchemas: true } => false,
        { UseSchemaId: not null } or { UseSchemaGuid: not null } => options.IdCompatibilityStrict,
        { UseLatestVersion: true } or { UseLatestWithMetadata: not null } => options.LatestCompatibilityStrict,
        _ => false,
    };

    private ValueTask<RegisteredSchema> ChooseAsync(string subject, SchemaContent own, CancellationToken cancellationToken) => options switch
    {
        { AutoRegisterSchemas: true } => client.RegisterAsync(subject, own, options.NormalizeSchemas, cancellationToken),
        { UseSchemaId: { } id } => client.GetByIdAsync(id, subject, cancellationToken),
        { UseSchemaGuid: { } guid } => client.GetByGuidAsync(guid, cancellationToken),
        { UseLatestWithMetadata: { } metadata } => client.GetLatestAsync(subject, metadata, cancellationToken),
        { UseLatestVersion: true } => client.GetLatestAsync(subject, cancellationToken),
        _ => client.LookUpAsync(subject, own, options.NormalizeSchemas, cancellationToken),
    };

    private static string FaultOf((ParsedSchema Own, ParsedSchema Target) pair) =>
        pair.Target.FindIncompatibilities(pair.Own, CompatibilityPolicy.Strict, CancellationToken.None) is [var first, ..] ? first.Describe(s_sides) : "";

    private ValueTask<ParsedSchema> ParseAsync(SchemaContent content, CancellationToken cancellationToken)
    {
        var parsing = _parsed.GetOrMake(content, ParseAnewAsync);
        if (parsing.IsCompletedSuccessfully)
            return new(parsing);
        return new(parsing.WaitAsync(cancellationToken));
    }

    private async Task<ParsedSchema> ParseAnewAsync(SchemaContent content)
    {
        try
        {
            var references = await client.ResolveReferencesAsync(content, CancellationToken.None).ConfigureAwait(false);
            return format.Parse(content.Text, references, Strictness.Stored).TryGet(out var parsed, out var error)
                ? parsed
                : throw new SchemaSelectionException($"The registry holds a schema that is none: {error.Text}");
        }
        catch
        {
            // The next caller asks again.
            _parsed.Remove(content);
            throw;
        }
    }
}
