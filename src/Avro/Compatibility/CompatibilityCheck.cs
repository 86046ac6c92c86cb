using System.Runtime.CompilerServices;
using Registry.Avro.Model;
using Registry.Schemas;

namespace Registry.Avro.Compatibility;

/// <summary>
/// Whether a reader can read what a writer wrote (spec 1.11). Results are kept per pair of nodes, with the paths of the
/// first meeting, as the reference keeps them; a pair in progress counts as compatible, so cycles end.
/// </summary>
internal sealed class CompatibilityCheck
{
    // Named types can be paired each with each. So many pairs are far beyond what people write.
    private const int MaximumPairs = 1_000_000;

    private readonly Dictionary<(AvroSchema Reader, AvroSchema Writer), Findings> _known = [];
    private readonly Dictionary<UnionSchema, WideUnion> _wide = [];
    private readonly ComparisonPath _path = new();
    private readonly CancellationToken _cancellationToken;
    private ComparisonAborted? _aborted;

    private CompatibilityCheck(CancellationToken cancellationToken) => _cancellationToken = cancellationToken;

    /// <summary>All findings. Empty means that the reader can.</summary>
    public static IReadOnlyList<Incompatibility> Run(AvroSchema reader, AvroSchema writer, CancellationToken cancellationToken)
    {
        var check = new CompatibilityCheck(cancellationToken);
        var findings = check.Check(reader, writer);
        return check._aborted is { } aborted ? [aborted] : findings.All;
    }

    private Findings Check(AvroSchema reader, AvroSchema writer)
    {
        if (reader.Kind.IsPrimitive() && writer.Kind.IsPrimitive())
            return CheckKinds(reader, writer);
        _cancellationToken.ThrowIfCancellationRequested();
        if (_known.Count >= MaximumPairs || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            _aborted ??= new ComparisonTooLarge();
        if (_aborted is not null)
            return default;
        // A node without a name belongs to one place, so two such nodes meet no second time.
        return reader is NamedSchema || writer is NamedSchema ? CheckOnce(reader, writer) : Compare(reader, writer);
    }

    private Findings CheckOnce(AvroSchema reader, AvroSchema writer)
    {
        if (_known.TryGetValue((reader, writer), out var known))
            return known;
        _known[(reader, writer)] = default;
        var findings = Compare(reader, writer);
        _known[(reader, writer)] = findings;
        return findings;
    }

    private Findings Check(string step, AvroSchema reader, AvroSchema writer)
    {
        _path.Push(step);
        var findings = Check(reader, writer);
        _path.Pop();
        return findings;
    }

    private bool IsCompatibleFromRoot(AvroSchema reader, AvroSchema writer)
    {
        var suspended = _path.Restart();
        var findings = Check(reader, writer);
        _path.Resume(suspended);
        return findings.AreNone;
    }

    private Findings Compare(AvroSchema reader, AvroSchema writer) => (reader, writer) switch
    {
        (RecordSchema one, RecordSchema other) => CompareRecords(one, other),
        (EnumSchema one, EnumSchema other) => CompareEnums(one, other),
        (FixedSchema one, FixedSchema other) => CompareFixed(one, other),
        (ArraySchema one, ArraySchema other) => Check(ComparisonPath.Items, one.Items, other.Items),
        (MapSchema one, MapSchema other) => Check(ComparisonPath.Values, one.Values, other.Values),
        (UnionSchema one, UnionSchema other) => CompareUnions(one, other),
        (_, UnionSchema union) => CheckAllBranches(reader, union),
        (UnionSchema union, _) => CheckAnyBranch(union, writer),
        _ => CheckKinds(reader, writer),
    };

    private Findings CheckKinds(AvroSchema reader, AvroSchema writer)
    {
        var findings = default(Findings);
        if (!Promotion.Allows(reader.Kind, writer.Kind))
            findings.Add(new TypeMismatch(_path.ToString(), _path.ToPlace(), reader, writer));
        return findings;
    }

    // What is missing inside a branch is not told, only that the branch is.
    private Findings CompareUnions(UnionSchema reader, UnionSchema writer)
    {
        var findings = default(Findings);
        for (var at = 0; at < writer.Branches.Count; at++)
        {
            if (IsCompatibleFromRoot(reader, writer.Branches[at]))
                continue;
            _path.Push(at, writer);
            findings.Add(new MissingUnionBranch(_path.ToString(), _path.ToPlace(), reader, writer.Branches[at], IsBranch: true));
            _path.Pop();
        }
        return findings;
    }

    private Findings CheckAllBranches(AvroSchema reader, UnionSchema writer)
    {
        var findings = default(Findings);
        for (var at = 0; at < writer.Branches.Count; at++)
        {
            _path.Push(at, writer);
            findings.Add(Check(reader, writer.Branches[at]));
            _path.Pop();
        }
        return findings;
    }

    private Findings CheckAnyBranch(UnionSchema reader, AvroSchema writer)
    {
        var findings = default(Findings);
        foreach (var branch in WideUnion.IsWide(reader) ? Wide(reader).BranchesFor(writer) : reader.Branches)
        {
            if (IsCompatibleFromRoot(branch, writer))
                return findings;
        }
        findings.Add(new MissingUnionBranch(_path.ToString(), _path.ToPlace(), reader, writer, IsBranch: false));
        return findings;
    }

    private WideUnion Wide(UnionSchema union)
    {
        if (!_wide.TryGetValue(union, out var wide))
            _wide.Add(union, wide = new WideUnion(union));
        return wide;
    }

    private Findings CompareNames(NamedSchema reader, NamedSchema writer)
    {
        var findings = default(Findings);
        if (!NameMatch.Allows(reader, writer))
            findings.Add(new NameMismatch(PathTo("name"), _path.ToPlace(), reader, writer));
        return findings;
    }

    private Findings CompareFixed(FixedSchema reader, FixedSchema writer)
    {
        var findings = CompareNames(reader, writer);
        if (reader.Size != writer.Size)
            findings.Add(new FixedSizeMismatch(PathTo("size"), _path.ToPlace(), reader, writer));
        return findings;
    }

    private Findings CompareEnums(EnumSchema reader, EnumSchema writer)
    {
        var findings = CompareNames(reader, writer);
        if (reader.Default is null && writer.Symbols.Any(symbol => !reader.TryGetOrdinal(symbol, out _)))
            findings.Add(new MissingEnumSymbols(PathTo("symbols"), _path.ToPlace(), reader, writer));
        return findings;
    }

    private Findings CompareRecords(RecordSchema reader, RecordSchema writer)
    {
        var findings = CompareNames(reader, writer);
        _path.Push("fields");
        foreach (var field in reader.Fields)
        {
            _path.Push(field, reader, writer);
            findings.Add(CheckField(field, reader, writer));
            _path.Pop();
        }
        _path.Pop();
        return findings;
    }

    private Findings CheckField(RecordField field, RecordSchema reader, RecordSchema writer)
    {
        var findings = default(Findings);
        var match = FieldMatch.Find(field, writer);
        if (match.Count > 1)
            _aborted ??= new AmbiguousField(reader, field, writer);
        else if (match.Field is not null)
            findings.Add(Check("type", field.Schema, match.Field.Schema));
        else if (field is { Default: null, Schema: EnumSchema { Default: not null } })
            // The reference takes the enum's default for the field's, but then compares the enum with the whole record.
            findings.Add(Check("type", field.Schema, writer));
        else if (field.Default is null)
            findings.Add(new ReaderFieldMissingDefault(_path.ToString(), _path.ToPlace(), reader, field, writer));
        return findings;
    }

    private string PathTo(string step)
    {
        _path.Push(step);
        var path = _path.ToString();
        _path.Pop();
        return path;
    }
}
