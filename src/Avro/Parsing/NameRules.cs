using Registry.Avro.Model;
using Registry.Schemas;

namespace Registry.Avro.Parsing;

/// <summary>Which names are legal (spec 1.3). Every rule answers with what is wrong, or null.</summary>
internal sealed class NameRules(Strictness strictness)
{
    private readonly bool _strict = strictness == Strictness.New;

    /// <summary>The simple name of a type, a field or a symbol.</summary>
    public string? FaultInName(string name) => FaultIn(name, _strict);

    /// <summary>The last part of a type's alias. A field's alias may be anything.</summary>
    public string? FaultInAlias(AvroName alias) => _strict ? FaultIn(alias.Simple, strict: true) : null;

    /// <summary>The name of a type, apart from its namespace.</summary>
    public string? FaultInType(AvroName name)
    {
        if (FaultInName(name.Simple) is { } fault)
            return fault;
        return name.Namespace is null && AvroKinds.ParsePrimitive(name.Simple) is not null ? $"Schemas may not be named after primitives: {name.Simple}" : null;
    }

    /// <summary>The namespace of a type. One that it has from the type around it was looked at there.</summary>
    public string? FaultInNamespace(AvroName name, string? enclosing)
    {
        if (!_strict || name.Namespace is null || name.Namespace == enclosing)
            return null;
        foreach (var part in name.Namespace.Split('.'))
        {
            if (FaultIn(part, strict: true) is { } fault)
                return $"Namespace part \"{part}\" is invalid: {fault}";
        }
        return null;
    }

    private static string? FaultIn(string name, bool strict)
    {
        if (name.Length == 0)
            return "Empty name";
        if (!(name[0] == '_' || (strict ? char.IsAsciiLetter(name[0]) : char.IsLetter(name[0]))))
            return $"Illegal initial character: {name}";
        foreach (var character in name)
        {
            if (!(character == '_' || (strict ? char.IsAsciiLetterOrDigit(character) : char.IsLetterOrDigit(character))))
                return $"Illegal character in: {name}";
        }
        return null;
    }
}
