using Registry.Schemas;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>The schema and all that it may refer to: its references by name or URI, and the metaschemas. Nothing is ever fetched (spec 2.5).</summary>
internal sealed class SchemaDocuments
{
    private readonly Dictionary<string, ResolvedReference> _references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaDocument> _read = new(StringComparer.Ordinal);

    public SchemaDocuments(JsonDocument json, Dialect dialect, IReadOnlyList<ResolvedReference> references)
    {
        Main = new SchemaDocument("", json, dialect, "");
        foreach (var reference in references)
        {
            // The newer dialects know a reference by its mere name too.
            if (dialect.IsModern())
                _references.TryAdd(reference.Reference.Name, reference);
            _references.TryAdd(Resolve(Main.Root, reference.Reference.Name), reference);
        }
        // The older dialects read every reference, needed or not.
        if (!dialect.IsModern())
        {
            foreach (var uri in _references.Keys)
                Document(uri);
        }
    }

    public SchemaDocument Main { get; }

    /// <summary>Whose text a reference needed and could not be read; null while all could.</summary>
    public SchemaError? Error { get; private set; }

    /// <summary>What a reference, standing in a schema, refers to; null when it is nothing at hand.</summary>
    public Location? Find(Location from, string reference)
    {
        var full = Resolve(from, reference);
        if (from.Document.Embedded.Find(full) is { } schema)
            return schema;
        var (uri, fragment) = UriText.SplitFragment(full);
        var resource = reference.StartsWith('#') || uri.Length == 0 ? Resource(from)
            : from.Document.Dialect.IsModern() ? from.Document.Embedded.Find(uri) ?? Document(uri) ?? Document(UriText.SplitFragment(reference).Document)
            : uri == from.Document.Root.OwnBase ? from.Document.Root
            : Document(uri);
        return resource is null ? null : Inside(resource, fragment);
    }

    /// <summary>A fault with its place in the document that it is in.</summary>
    public SchemaError ErrorOf(SchemaFault fault)
    {
        foreach (var document in _read.Values.Prepend(Main))
        {
            if (document.Json.PointerTo(fault.At) is not { } pointer)
                continue;
            var position = document.Json.PositionOf(fault.At);
            return new SchemaError($"Invalid JSON: at '#{pointer}': {fault.Message}{document.Source}", pointer, position.Line, position.Column);
        }
        return new SchemaError($"Invalid JSON: {fault.Message}");
    }

    // Without a base the older dialects leave a reference as it is written, ./ and all; the newer ones always have a base.
    private static string Resolve(Location from, string reference) =>
        from.OwnBase.Length == 0 && !from.Document.Dialect.IsModern() ? reference : UriText.Resolve(from.OwnBase, reference);

    // The newer dialects start a pointer at the schema with an id around it, the older ones at the root of the text.
    private static Location Resource(Location from) =>
        from.Document.Dialect.IsModern() && from.Document.Embedded.Find(from.OwnBase) is { } resource ? resource : from.Document.Root;

    private static Location? Inside(Location resource, string fragment)
    {
        if (fragment.Length == 0 || fragment[0] == '/')
            return Pointer.Follow(resource, fragment);
        // An anchor that does not exist stands for the whole text in the older dialects.
        return resource.Document.Embedded.Find($"{resource.OwnBase}#{fragment}")
            ?? (resource.Document.Dialect.IsModern() ? null : Pointer.Follow(resource, fragment));
    }

    private Location? Document(string uri)
    {
        if (_read.TryGetValue(uri, out var known))
            return known.Root;
        var document = _references.TryGetValue(uri, out var reference) ? Read(uri, reference) : MetaSchemas.Find(uri, Main.Dialect);
        if (document is not null)
            _read.Add(uri, document);
        return document?.Root;
    }

    private SchemaDocument? Read(string uri, ResolvedReference reference)
    {
        var source = $" (in reference \"{reference.Reference.Name}\")";
        if (!SchemaText.Read(reference.Text, source).TryGet(out var json, out var error))
        {
            Error ??= error with { IsMalformed = false };
            return null;
        }
        if (!Main.Dialect.IsModern() && json.Root is not JsonObject)
        {
            Error ??= new SchemaError($"Invalid JSON: expected an object at the root, found BOOLEAN{source}");
            return null;
        }
        var dialect = Main.Dialect.IsModern() ? Main.Dialect : Dialects.Of(json.Root, Main.Dialect);
        return new SchemaDocument(uri, json, dialect, source);
    }
}
