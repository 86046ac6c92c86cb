using Registry.Avro.Model;
using Registry.Avro.Resolution;
using Registry.Schemas;

namespace Registry.Avro.Compatibility;

/// <summary>
/// Finds what is behind a finding. That no branch of a union reads a type is often only the sum of what is wrong inside the branch that
/// was meant for it, so that pair is compared by itself; and so on, for unions within it.
/// </summary>
internal sealed class CauseSearch
{
    // Unions within unions can be paired each with each. So many are more than a person will read.
    private const int MaximumComparisons = 100;

    private readonly Queue<Incompatibility> _findings = [];
    private readonly HashSet<(AvroSchema Reader, AvroSchema Writer)> _compared = [];
    private readonly BranchChoice _choice = new();

    private CauseSearch()
    {
    }

    public static IReadOnlyList<Explanation> Explain(AvroIncompatibility finding, Direction direction, CancellationToken cancellationToken)
    {
        var search = new CauseSearch();
        search._findings.Enqueue(finding);
        List<Explanation> explanations = [];
        while (search._findings.TryDequeue(out var next))
        {
            if (next is MissingUnionBranch missing && search.TryLookInside(missing, cancellationToken))
                continue;
            if (next is AvroIncompatibility cause)
                explanations.Add(((cause as TypeMismatch)?.MissingField ?? cause).Tell(direction));
            else
                explanations.AddRange(next.Explain(direction, cancellationToken));
        }
        return explanations;
    }

    private bool TryLookInside(MissingUnionBranch missing, CancellationToken cancellationToken)
    {
        var at = _choice.Choose(missing.Writer, missing.Reader);
        if (at < 0 || _compared.Count == MaximumComparisons)
            return false;
        var branch = missing.Reader.Branches[at];
        if (!_compared.Add((branch, missing.Writer)))
            return true;
        var findings = CompatibilityCheck.Run(branch, missing.Writer, cancellationToken);
        foreach (var finding in findings)
            _findings.Enqueue(finding is AvroIncompatibility inside ? inside with { Place = inside.Place.InBranch(branch, missing.Place) } : finding);
        return findings.Count > 0;
    }
}
