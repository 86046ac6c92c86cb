using Registry.Avro.Compatibility;
using Registry.Avro.Model;

namespace Registry.Avro.Resolution;

/// <summary>
/// Which branch of a reader's union takes what a writer wrote without that union. The specification says the first that
/// matches; what matches best is meant to be first: the same node, the same full name, an alias, the same simple name, for a
/// record any record that can read it, and last a promotion. Of named types one that can read all of the writer's data goes
/// before one that cannot, or data would be refused that the compatibility check promised to be readable.
/// </summary>
internal sealed class BranchChoice
{
    private readonly Dictionary<(NamedSchema Writer, NamedSchema Reader), bool> _readable = [];

    /// <summary>The number of the branch, or -1 when none matches.</summary>
    public int Choose(AvroSchema writer, UnionSchema reader) => writer is NamedSchema type ? ChooseNamed(type, reader) : ChooseUnnamed(writer, reader);

    private static int ChooseUnnamed(AvroSchema writer, UnionSchema reader)
    {
        var promoted = -1;
        for (var at = 0; at < reader.Branches.Count; at++)
        {
            var kind = reader.Branches[at].Kind;
            if (kind == writer.Kind)
                return at;
            if (promoted < 0 && Promotion.Allows(kind, writer.Kind))
                promoted = at;
        }
        return promoted;
    }

    private int ChooseNamed(NamedSchema writer, UnionSchema reader)
    {
        var candidates = Candidates(writer, reader);
        if (candidates.Count == 0)
            return writer is RecordSchema record ? ChooseByStructure(record, reader) : -1;
        if (candidates.Count > 1)
        {
            foreach (var candidate in candidates)
            {
                if (CanRead(writer, (NamedSchema)reader.Branches[candidate]))
                    return candidate;
            }
        }
        return candidates[0];
    }

    // The best names first, of equally good ones the first in the union.
    private static List<int> Candidates(NamedSchema writer, UnionSchema reader)
    {
        var ranked = new List<(int Rank, int Branch)>();
        for (var at = 0; at < reader.Branches.Count; at++)
        {
            if (reader.Branches[at] is not NamedSchema branch || branch.Kind != writer.Kind)
                continue;
            if (ReferenceEquals(branch, writer))
                return [at];
            if (NameMatch.Allows(branch, writer))
                ranked.Add((Rank(branch, writer), at));
        }
        ranked.Sort();
        return ranked.ConvertAll(candidate => candidate.Branch);
    }

    private static int Rank(NamedSchema reader, NamedSchema writer)
    {
        if (reader.Name == writer.Name)
            return 0;
        return reader.Name.Simple == writer.Name.Simple ? 2 : 1;
    }

    private int ChooseByStructure(RecordSchema writer, UnionSchema reader)
    {
        for (var at = 0; at < reader.Branches.Count; at++)
        {
            if (reader.Branches[at] is RecordSchema record && CanRead(writer, record))
                return at;
        }
        return -1;
    }

    private bool CanRead(NamedSchema writer, NamedSchema reader)
    {
        if (!_readable.TryGetValue((writer, reader), out var readable))
        {
            // Of the names only those inside count; the records' own have been compared, or are not to be.
            readable = CompatibilityCheck.Run(reader, writer, CancellationToken.None).All(finding => finding is NameMismatch { Path: "/name" });
            _readable.Add((writer, reader), readable);
        }
        return readable;
    }
}
