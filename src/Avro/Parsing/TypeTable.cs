using System.Diagnostics.CodeAnalysis;
using Registry.Avro.Model;
using Registry.Schemas.Json;

namespace Registry.Avro.Parsing;

/// <summary>The named types of a text and of its references, and what is still to be linked once all are known (spec 1.3).</summary>
internal sealed class TypeTable
{
    private readonly Dictionary<string, NamedSchema> _types = new(StringComparer.Ordinal);
    private readonly List<UnresolvedName> _unresolved = [];
    private readonly List<Redefinition> _redefinitions = [];

    /// <summary>Everything that may hold a stand-in or a second definition.</summary>
    public List<IHoldsSchemas> Holders { get; } = [];

    /// <summary>Unions whose branches cannot be told apart before they are linked.</summary>
    public List<(UnionSchema Union, JsonArray Json)> UnlinkedUnions { get; } = [];

    public IReadOnlyCollection<NamedSchema> Types => _types.Values;

    public IReadOnlyList<UnresolvedName> Unresolved => _unresolved;

    public IReadOnlyList<Redefinition> Redefinitions => _redefinitions;

    public static string FullName(string name, string? @namespace) => @namespace is null || name.Contains('.', StringComparison.Ordinal) ? name : $"{@namespace}.{name}";

    /// <summary>Adds a definition. Of two with one name the first counts; whether the second may stand is known when both are linked.</summary>
    public void Define(NamedSchema type, JsonValue at)
    {
        if (!_types.TryAdd(type.Name.Full, type))
            _redefinitions.Add(new Redefinition(_types[type.Name.Full], type, at));
    }

    /// <summary>The type that a name means, or a stand-in when no such type is defined so far.</summary>
    public AvroSchema Refer(string name, string? @namespace, JsonValue at)
    {
        // A name without a dot that its own namespace does not know may be a type without a namespace, but only one that
        // is defined already: a later definition is found by its full name alone.
        if (_types.TryGetValue(FullName(name, @namespace), out var type) || _types.TryGetValue(name, out type))
            return type;
        var unresolved = new UnresolvedName(name, @namespace, at);
        _unresolved.Add(unresolved);
        return unresolved;
    }

    public bool TryResolve(UnresolvedName name, [NotNullWhen(true)] out NamedSchema? type) => _types.TryGetValue(name.FullName, out type);
}

/// <summary>A second definition of a name.</summary>
internal sealed record Redefinition(NamedSchema First, NamedSchema Second, JsonValue At);
