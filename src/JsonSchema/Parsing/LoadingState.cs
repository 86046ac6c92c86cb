using System.Runtime.CompilerServices;
using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>What the readers of one schema share. The first fault is kept; what is read after it counts for nothing.</summary>
internal sealed class LoadingState(SchemaDocuments documents)
{
    /// <summary>Definitions are loaded once for each way that they are referred to, so a text can make more nodes than it has values.</summary>
    private const int MaximumNodes = 500_000;

    private readonly Dictionary<(JsonValue Target, bool FromInside), SchemaNode> _targets = [];
    private readonly Queue<(ReferenceNode Reference, Location Target, bool FromInside)> _pending = new();
    private int _nodes;

    public SchemaFault? Fault { get; private set; }

    public void Fail(string message, JsonValue at) => Fault ??= new SchemaFault(message, at);

    public void CountNode(JsonValue at)
    {
        if (++_nodes > MaximumNodes)
            Fail($"the schema has more than {MaximumNodes} subschemas, counting those of its references", at);
        // The depth of a text is bounded, and the stacks of some systems are small.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            Fail("the schema nests too deep", at);
    }

    /// <summary>Finds what a reference refers to, to be loaded when its turn comes: so chains of references are no recursion.</summary>
    /// <param name="around">The schemas that the reference stands in, as they are being read.</param>
    public void Refer(ReferenceNode reference, Location from, string uri, IReadOnlySet<JsonValue> around)
    {
        if (!UriText.IsValid(uri))
            Fail($"the reference '{uri}' is not a URI", from.Json);
        else if (documents.Find(from, uri) is { } target)
            _pending.Enqueue((reference, target, target.Document.Dialect.IsModern() && around.Contains(target.Json)));
        else
            Fail($"the reference '{uri}' leads to nothing: neither to a part of the schema, nor to one of its references", from.Json);
    }

    public Location? Find(Location from, string uri) => documents.Find(from, uri);

    /// <summary>Loads what was referred to, and what that refers to.</summary>
    public void LoadTargets(Func<Location, SchemaNode> load)
    {
        while (Fault is null && _pending.TryDequeue(out var next))
        {
            // In the newer dialects a definition and its references to itself are different nodes in the reference's
            // model, so a recursion is compared one level further.
            if (!_targets.TryGetValue((next.Target.Json, next.FromInside), out var target))
                _targets.Add((next.Target.Json, next.FromInside), target = load(next.Target));
            next.Reference.Target = target;
        }
    }
}
