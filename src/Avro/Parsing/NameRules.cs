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

    public string? FaultInType(AvroName name, string? enclosingNamespace)
    {
        if (FaultInName(name.Simple) is { } fault)
            return fault;
        if (name.Namespace is null)
            return AvroKinds.ParsePrimitive(name.Simple) is null ? null : $"Schemas may not be named after primitives: {name.Simple}";
        return _strict && name.Namespace != enclosingNamespace ? FaultInNamespace(name.Namespace) : null;
    }

    private static string? FaultInNamespace(string @namespace)
    {
        foreach (var part in @namespace.Split('.'))
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
