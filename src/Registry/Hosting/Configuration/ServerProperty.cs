using Registry.Schemas;

namespace Registry.Hosting;

/// <summary>Something that an operator can set, under its name in the field: <c>foo.bar</c>, in the environment <c>SCHEMA_REGISTRY_FOO_BAR</c>.</summary>
public abstract record ServerProperty(string Name, string Default, string Meaning)
{
    /// <summary>An older name that still counts; where both are set it wins, as it does in the reference (spec 8.3).</summary>
    public string? DeprecatedName { get; init; }

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public abstract string? Fault(string value);
}

/// <param name="Parse">The error says what was expected.</param>
public sealed record ServerProperty<T>(string Name, string Default, string Meaning, Func<string, Result<T, PropertyFault>> Parse) : ServerProperty(Name, Default, Meaning)
    where T : notnull
{
    public override string? Fault(string value) => Parse(value).TryGet(out _, out var fault) ? null : fault.Reason;
}

/// <summary>Why a value does not do.</summary>
public sealed record PropertyFault(string Reason);
