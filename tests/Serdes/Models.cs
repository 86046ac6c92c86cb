using Avro;
using Avro.Specific;

namespace Registry.Serdes.Tests;

/// <summary>As avrogen makes it.</summary>
public sealed class Line : ISpecificRecord
{
    public static readonly Schema _SCHEMA = Schema.Parse("""{"type":"record","name":"Line","namespace":"Registry.Serdes.Tests","fields":[{"name":"sku","type":"string"},{"name":"count","type":"int"}]}""");

    public Schema Schema => _SCHEMA;

    public string Sku { get; set; } = "";

    public int Count { get; set; }

    public object Get(int fieldPos) => fieldPos == 0 ? Sku : Count;

    public void Put(int fieldPos, object fieldValue)
    {
        if (fieldPos == 0)
            Sku = (string)fieldValue;
        else
            Count = (int)fieldValue;
    }
}

public enum Colour
{
    Red,
    Green,
}

public sealed record Point(int X, int Y);

/// <summary>A plain type of everything.</summary>
public sealed class Order
{
    public required long Id { get; init; }

    public string? Note { get; set; }

    public Colour Colour { get; set; }

    public decimal Total { get; set; }

    public DateTime At { get; set; }

    public DateOnly Day { get; set; }

    public TimeOnly? Time { get; set; }

    public Guid Reference { get; set; }

    public byte[] Blob { get; set; } = [];

    public double? Weight { get; set; }

    public short Small { get; set; }

    public IList<Point> Points { get; set; } = [];

    public IDictionary<string, int> Counts { get; set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public Order? Former { get; set; }
}
