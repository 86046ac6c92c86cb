using System.Diagnostics.CodeAnalysis;
using Registry.Avro.Model;
using Registry.Schemas;
using Registry.Schemas.Json;

namespace Registry.Avro.Parsing;

/// <summary>From texts to a linked schema: the references first, then the text itself, all into one table of types (spec 1.6).</summary>
internal sealed class SchemaText
{
    // Comments are legal before and inside a schema (spec 1.1).
    private static readonly JsonSyntax s_syntax = new() { Comments = true, MaximumDepth = NestingRule.MaximumDepth };

    private readonly TypeTable _types = new();
    private readonly List<(JsonDocument Document, string Source)> _read = [];

    public static Result<ParsedAvroSchema, SchemaError> Parse(string text, IReadOnlyList<ResolvedReference> references, Strictness strictness) =>
        new SchemaText().ParseAll(text, references, strictness);

    private Result<ParsedAvroSchema, SchemaError> ParseAll(string text, IReadOnlyList<ResolvedReference> references, Strictness strictness)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var roots = new List<AvroSchema>(references.Count);
        foreach (var reference in references)
        {
            // A reference is stored already, so its names and defaults are not judged again.
            var source = $" (in reference \"{reference.Reference.Name}\")";
            if (!seen.Add(reference.Reference.Name))
                continue;
            if (!TryRead(reference.Text, source, Strictness.Stored, out var referenceRoot, out var referenceError))
                return referenceError;
            roots.Add(referenceRoot);
        }
        var referenced = new ReferencedTypes(roots, _types.Types);
        return TryRead(text, "", strictness, out var root, out var error) ? Link(root, referenced) : error;
    }

    private Result<ParsedAvroSchema, SchemaError> Link(AvroSchema root, ReferencedTypes referenced)
    {
        var linker = new Linker(_types);
        if (linker.Link(root) is not { } linked)
            return ErrorOf(linker.Fault!);
        if (NestingRule.Allows(linked) && (referenced.AreNone || NestingRule.Allows(linked, referenced.ByName)))
            return new ParsedAvroSchema(linked, referenced);
        return new SchemaError($"The schema nests deeper than {NestingRule.MaximumDepth} levels when its types are printed where they are first used");
    }

    private bool TryRead(string text, string source, Strictness strictness, [NotNullWhen(true)] out AvroSchema? schema, [NotNullWhen(false)] out SchemaError? error)
    {
        schema = null;
        if (!ReadJson(text, source).TryGet(out var document, out error))
            return false;
        _read.Add((document, source));
        var state = new ParsingState(strictness, _types);
        schema = new SchemaReader(state).Read(document.Root, null);
        if (schema is not null)
            return true;
        error = ErrorOf(state.Fault!);
        return false;
    }

    private static Result<JsonDocument, SchemaError> ReadJson(string text, string source)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new SchemaError($"Cannot parse <null> schema{source}");
        if (!JsonDocument.Read(text, s_syntax).TryGet(out var document, out var fault))
            return new SchemaError(fault.Message + source, "", fault.Position.Line, fault.Position.Column, LooksLikeJson(text) ? "" : Expected.Json);
        var rest = text.AsSpan(document.End).Trim();
        if (rest.IsEmpty)
            return document;
        var position = TextPosition.At(text, text.Length - text.AsSpan(document.End).TrimStart().Length);
        return new SchemaError($"dangling content after end of schema: {rest}{source}", "", position.Line, position.Column);
    }

    // A schema of another format is the most common thing that is not.
    private static bool LooksLikeJson(string text) => text.AsSpan().TrimStart() is ['{' or '[' or '"' or '/', ..];

    private SchemaError ErrorOf(SchemaFault fault)
    {
        foreach (var (document, source) in _read)
        {
            if (document.PointerTo(fault.At) is { } pointer)
            {
                var position = document.PositionOf(fault.At);
                return new SchemaError(fault.Message + source, pointer, position.Line, position.Column, fault.Expected);
            }
        }
        return new SchemaError(fault.Message, Expected: fault.Expected);
    }
}
