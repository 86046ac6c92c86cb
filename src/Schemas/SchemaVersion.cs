namespace Registry.Schemas;

/// <summary>The number of a version within its subject, 1 and up.</summary>
public readonly record struct SchemaVersion(int Value) : IComparable<SchemaVersion>
{
    public static readonly SchemaVersion First = new(1);

    public SchemaVersion Next() => new(checked(Value + 1));

    public int CompareTo(SchemaVersion other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static bool operator <(SchemaVersion left, SchemaVersion right) => left.Value < right.Value;

    public static bool operator >(SchemaVersion left, SchemaVersion right) => left.Value > right.Value;

    public static bool operator <=(SchemaVersion left, SchemaVersion right) => left.Value <= right.Value;

    public static bool operator >=(SchemaVersion left, SchemaVersion right) => left.Value >= right.Value;
}
