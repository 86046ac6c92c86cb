namespace Registry.Avro.Model;

/// <summary>The name of a type: a simple name in a namespace, or in none.</summary>
public sealed record AvroName
{
    private AvroName(string simple, string? @namespace)
    {
        Simple = simple;
        Namespace = @namespace;
        Full = @namespace is null ? simple : $"{@namespace}.{simple}";
    }

    public string Simple { get; }

    /// <summary>Never empty: no namespace is null.</summary>
    public string? Namespace { get; }

    public string Full { get; }

    /// <summary>The name that is written <paramref name="name"/>: a dotted one brings its own namespace.</summary>
    public static AvroName Of(string name, string? @namespace)
    {
        var lastDot = name.LastIndexOf('.');
        if (lastDot >= 0)
            (@namespace, name) = (name[..lastDot], name[(lastDot + 1)..]);
        return new AvroName(name, @namespace is "" ? null : @namespace);
    }

    /// <summary>How a schema refers to this name from within a namespace. A name that is also a word of the language is never shortened.</summary>
    public string Within(string? @namespace) => Namespace == @namespace && !AvroKinds.IsWord(Simple) ? Simple : Full;

    public override string ToString() => Full;
}
