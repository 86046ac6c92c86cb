namespace Registry.Avro.Model;

/// <summary>A logical type that is known and fits its schema (spec 1.5).</summary>
public abstract record LogicalType(string Name);

/// <summary>A logical type that its name says all about.</summary>
public sealed record PlainLogicalType(string Name) : LogicalType(Name);

/// <summary>A decimal: an unscaled integer, big endian, with a fixed scale.</summary>
public sealed record DecimalLogicalType(int Precision, int Scale) : LogicalType(LogicalTypes.DecimalName);
