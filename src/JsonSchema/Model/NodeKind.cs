namespace Registry.JsonSchema.Model;

/// <summary>Nodes of different kinds are never compared further.</summary>
public enum NodeKind
{
    /// <summary>The schema <c>true</c>.</summary>
    True,

    /// <summary>A schema without keywords that restrict anything.</summary>
    Empty,

    /// <summary>The schema <c>false</c>.</summary>
    False,
    String,
    Number,
    Boolean,
    Null,
    Object,
    Array,
    Enum,
    Const,
    Not,
    Conditional,
    Combined,
    Reference,
}
