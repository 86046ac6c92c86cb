using System.Runtime.CompilerServices;
using Registry.Avro.Compatibility;
using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Resolution;

/// <summary>
/// Resolves a writer's schema to a reader's. It lets pass all that <see cref="CompatibilityCheck"/> does and follows its rules
/// of names; records outside of unions need no equal names, as in the Java library.
/// </summary>
public sealed class Resolver
{
    // Named types can be paired each with each.
    private const int MaximumRecords = 100_000;

    private readonly Dictionary<(RecordSchema Writer, RecordSchema Reader), RecordResolution> _records = [];
    private readonly BranchChoice _choice = new();

    private Resolver()
    {
    }

    public static SchemaResolution Resolve(AvroSchema writer, AvroSchema reader) => new Resolver().ResolveOne(writer, reader);

    private SchemaResolution ResolveOne(AvroSchema writer, AvroSchema reader)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack() || _records.Count > MaximumRecords)
            return new ImpossibleResolution(writer, reader, "The two schemas together are too deep or too large to be resolved");
        return (writer, reader) switch
        {
            (UnionSchema union, _) => ResolveWriterUnion(union, reader),
            (_, UnionSchema union) => ResolveReaderUnion(writer, union),
            (RecordSchema one, RecordSchema other) => ResolveRecords(one, other),
            (EnumSchema one, EnumSchema other) when NameMatch.Allows(other, one) => ResolveEnums(one, other),
            (FixedSchema one, FixedSchema other) when NameMatch.Allows(other, one) && one.Size == other.Size => new FixedResolution(one, other),
            (ArraySchema one, ArraySchema other) => new ArrayResolution(one, other, ResolveOne(one.Items, other.Items)),
            (MapSchema one, MapSchema other) => new MapResolution(one, other, ResolveOne(one.Values, other.Values)),
            _ when writer.Kind.IsPrimitive() && Promotion.Allows(reader.Kind, writer.Kind) => new PrimitiveResolution(writer, reader),
            _ => Impossible(writer, reader),
        };
    }

    private WriterUnionResolution ResolveWriterUnion(UnionSchema writer, AvroSchema reader)
    {
        var branches = new SchemaResolution[writer.Branches.Count];
        for (var at = 0; at < branches.Length; at++)
            branches[at] = ResolveOne(writer.Branches[at], reader);
        return new WriterUnionResolution(writer, reader, branches);
    }

    private SchemaResolution ResolveReaderUnion(AvroSchema writer, UnionSchema reader)
    {
        var branch = _choice.Choose(writer, reader);
        return branch < 0 ? Impossible(writer, reader) : new ReaderUnionResolution(writer, reader, branch, ResolveOne(writer, reader.Branches[branch]));
    }

    private static EnumResolution ResolveEnums(EnumSchema writer, EnumSchema reader)
    {
        var @default = reader.Default is not null && reader.TryGetOrdinal(reader.Default, out var found) ? found : EnumResolution.Missing;
        var ordinals = new int[writer.Symbols.Count];
        for (var at = 0; at < ordinals.Length; at++)
            ordinals[at] = reader.TryGetOrdinal(writer.Symbols[at], out var ordinal) ? ordinal : @default;
        return new EnumResolution(writer, reader, ordinals);
    }

    private RecordResolution ResolveRecords(RecordSchema writer, RecordSchema reader)
    {
        if (_records.TryGetValue((writer, reader), out var known))
            return known;
        var resolution = new RecordResolution(writer, reader);
        _records.Add((writer, reader), resolution);
        var matches = new List<RecordField>?[writer.Fields.Count];
        var defaults = new List<FieldDefault>();
        string? fault = null;
        foreach (var field in reader.Fields)
        {
            if (FieldMatch.Find(field, writer).Field is { } match)
                (matches[match.Position] ??= []).Add(field);
            else if (field.Default is not null && DefaultValues.TryMake(field, out var value))
                defaults.Add(new FieldDefault(field, value));
            else
                fault ??= $"The writer's {writer.Name} has no field {field.Name}, and the reader's has {(field.Default is null ? "no default" : "a default that does not fit")} for it";
        }
        resolution.Complete([.. matches.SelectMany((readers, position) => Steps(writer.Fields[position], readers))], defaults, fault);
        return resolution;
    }

    private IEnumerable<FieldStep> Steps(RecordField writer, List<RecordField>? readers)
    {
        if (readers is null)
            yield return new FieldStep(writer, null, null, IsReadAgain: false);
        for (var at = 0; at < readers?.Count; at++)
            yield return new FieldStep(writer, readers[at], ResolveOne(writer.Schema, readers[at].Schema), IsReadAgain: at + 1 < readers.Count);
    }

    private static ImpossibleResolution Impossible(AvroSchema writer, AvroSchema reader) =>
        new(writer, reader, $"The data holds {Described(writer)}, which cannot be read as {Described(reader)}");

    private static string Described(AvroSchema schema) => schema switch
    {
        FixedSchema { Size: var size } type => $"fixed {type.Name} of {size} bytes",
        NamedSchema type => $"{type.Kind.Word()} {type.Name}",
        UnionSchema union => $"a union of {string.Join(", ", union.Branches.Select(branch => branch.BranchName))}",
        _ => schema.Kind.Word(),
    };
}
