namespace Registry.Schemas;

/// <summary>The number that messages carry; unique within one context. Positive, or 0 when a schema was imported so.</summary>
public readonly record struct SchemaId(int Value) : IComparable<SchemaId>
{
    public int CompareTo(SchemaId other) => Value.CompareTo(other.Value);

    public SchemaId Next() => new(checked(Value + 1));

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static bool operator <(SchemaId left, SchemaId right) => left.Value < right.Value;

    public static bool operator >(SchemaId left, SchemaId right) => left.Value > right.Value;

    public static bool operator <=(SchemaId left, SchemaId right) => left.Value <= right.Value;

    public static bool operator >=(SchemaId left, SchemaId right) => left.Value >= right.Value;
}
