namespace Registry.Domain;

/// <summary>
/// A subject's full name: <c>name</c> in the default context, <c>:.ctx:name</c> in another (spec 5.4).
/// A subject with an empty local name stands for its whole context where a configuration or a mode is meant.
/// </summary>
public readonly struct Subject : IEquatable<Subject>, IComparable<Subject>
{
    public const string DefaultContext = ".";

    /// <summary>The context whose configuration and mode are the last fallback of all contexts.</summary>
    public const string GlobalContext = ".__GLOBAL";

    /// <summary>The default context itself: what <c>/config</c> and <c>/mode</c> without a subject speak of.</summary>
    public static readonly Subject Default = new(DefaultContext, "");

    /// <summary>The last fallback of all contexts, <c>:.__GLOBAL:</c>.</summary>
    public static readonly Subject Global = new(GlobalContext, "");

    // Behind one reference, since a subject stands in every index and every version: the name itself in the default context, where nearly all are.
    private readonly object _names;

    private Subject(string context, string localName) =>
        _names = context == DefaultContext ? localName : new Names($":{context}:{localName}", context, localName);

    /// <summary>The full name; the empty string for the default context itself.</summary>
    public string Name => _names as string ?? Elsewhere.Full;

    /// <summary>The context with its leading dot; <c>.</c> is the default one.</summary>
    public string Context => IsInDefaultContext ? DefaultContext : Elsewhere.Context;

    /// <summary>The name within the context.</summary>
    public string LocalName => _names as string ?? Elsewhere.Local;

    public bool IsInDefaultContext => _names is string;

    public bool IsWholeContext => LocalName.Length == 0;

    /// <summary>The context as texts of the reference name it: <c>:.ctx:</c>, and nothing for the default one.</summary>
    public string QualifiedContext => IsInDefaultContext ? "" : $":{Context}:";

    /// <summary>Reads a name as clients write it; <c>:.:name</c> is <c>name</c>, <c>:.ctx</c> is <c>:.ctx:</c>.</summary>
    public static Subject Parse(string text)
    {
        if (!text.StartsWith(":.", StringComparison.Ordinal) && !text.StartsWith(":*:", StringComparison.Ordinal))
            return new(DefaultContext, text);
        var end = text.IndexOf(':', 1);
        return end < 0 ? new(text[1..], "") : new(text[1..end], text[(end + 1)..]);
    }

    public static Subject WholeContext(string context) => new(context, "");

    /// <summary>The subject of the same local name in another context.</summary>
    public Subject In(string context) => new(context, LocalName);

    /// <summary>A name found in this subject's context: one without a context of its own belongs here (spec 5.7).</summary>
    public Subject Qualify(string text)
    {
        var named = Parse(text);
        if (!named.IsInDefaultContext)
            return named;
        // ":.:q" counts as unqualified too, so the context keeps the text as it was given.
        return IsInDefaultContext ? named : new(Context, text);
    }

    /// <summary>Whether versions may be registered under this name (spec 5.4). Names that the reference lets in and then cannot serve are refused too.</summary>
    public bool IsValidForSchemas => IsValidName && Context is not (GlobalContext or "*") && !(IsInDefaultContext && LocalName.Length == 0);

    /// <summary>Whether a configuration or a mode may be set under this name.</summary>
    public bool IsValidForSettings => IsValidName;

    private bool IsValidName => LocalName is not ("__GLOBAL" or "__EMPTY") && !Name.Any(char.IsControl);

    public bool Equals(Subject other) => string.Equals(Name, other.Name, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is Subject other && Equals(other);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public int CompareTo(Subject other) => string.CompareOrdinal(Name, other.Name);

    public override string ToString() => Name;

    public static bool operator ==(Subject left, Subject right) => left.Equals(right);

    public static bool operator !=(Subject left, Subject right) => !left.Equals(right);

    public static bool operator <(Subject left, Subject right) => left.CompareTo(right) < 0;

    public static bool operator >(Subject left, Subject right) => left.CompareTo(right) > 0;

    public static bool operator <=(Subject left, Subject right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Subject left, Subject right) => left.CompareTo(right) >= 0;

    private Names Elsewhere => (Names)_names;

    private sealed record Names(string Full, string Context, string Local);
}
