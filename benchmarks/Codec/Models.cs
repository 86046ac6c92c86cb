using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Registry.Benchmarks.Codec;

/// <summary>The records as types, for System.Text.Json.</summary>
public sealed record Pair(long Id, string Name);

public sealed record Reading(long Id, string Sensor, int Channel, double Value, double Minimum, double Maximum, float Quality, bool Valid, long At, string? Unit);

public sealed record Address(string Street, string City, string Zip, string Country);

public sealed record OrderItem(string Sku, string Name, int Quantity, double Price);

[SuppressMessage("Design", "MA0016:Prefer using collection abstraction", Justification = "What is serialized.")]
public sealed record Order(
    string Id, long Number, string Customer, string? Email, string Status, string Currency, double Total, double Tax, float Discount, bool Paid,
    bool Gift, long Created, long Updated, long? Shipped, Address Address, string? Notes, string Channel, int Warehouse, byte[] Reference, OrderItem[] Items);

[JsonSerializable(typeof(Pair))]
[JsonSerializable(typeof(Reading))]
[JsonSerializable(typeof(Order))]
public sealed partial class ModelsContext : JsonSerializerContext;
