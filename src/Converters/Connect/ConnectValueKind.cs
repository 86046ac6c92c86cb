using System.Diagnostics.CodeAnalysis;

namespace Registry.Converters.Connect;

/// <summary>What a value is; the counterpart of the class of a Java object. Schemas of the logical types have kinds of their own.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "These are the words of Connect.")]
public enum ConnectValueKind : byte
{
    Null,
    Int8,
    Int16,
    Int32,
    Int64,
    Float32,
    Float64,
    Boolean,
    String,
    Bytes,
    Array,
    Map,
    Struct,

    /// <summary>A value of the logical type Decimal.</summary>
    Decimal,

    /// <summary>A value of the logical types Date, Time and Timestamp: milliseconds since 1970, UTC.</summary>
    Date,

    /// <summary>An object that Connect has no type for.</summary>
    Foreign,
}
