namespace Registry.JsonSchema.Patterns;

/// <summary>What of the flags of an expression changes how it is translated; the others are handed on.</summary>
[Flags]
internal enum PatternFlags
{
    None = 0,

    /// <summary>x: white space and comments do not count.</summary>
    Comments = 1,

    /// <summary>s: a dot stands for ends of lines too.</summary>
    DotAll = 2,
}
