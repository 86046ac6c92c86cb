using Avro.Generic;

namespace Registry.Benchmarks.Serdes;

public sealed record Item(string Sku, string Name, int Count, double Price);

/// <summary>An order of 12 fields with five items, 15 strings in all.</summary>
public sealed class Order
{
    public long Id { get; set; }

    public string Customer { get; set; } = "";

    public string Email { get; set; } = "";

    public string Street { get; set; } = "";

    public string City { get; set; } = "";

    public string? Note { get; set; }

    public int Priority { get; set; }

    public bool IsGift { get; set; }

    public double Total { get; set; }

    public double Weight { get; set; }

    public long PlacedAt { get; set; }

    public IReadOnlyList<Item> Items { get; set; } = [];
}

internal static class Orders
{
    public static Order Make(int number) => new()
    {
        Id = number,
        Customer = $"customer-{number}",
        Email = $"customer-{number}@example.com",
        Street = "1 Main Street",
        City = "Springfield",
        Note = number % 2 == 0 ? null : "Leave it at the door, please.",
        Priority = number % 5,
        IsGift = number % 3 == 0,
        Total = number * 1.25,
        Weight = number / 7.0,
        PlacedAt = 1_700_000_000_000 + number,
        Items = [.. Enumerable.Range(0, 5).Select(item => new Item($"sku-{number}-{item}", $"article number {item}", item + 1, item * 0.99))],
    };

    /// <summary>The same as Apache.Avro's generic record.</summary>
    public static GenericRecord ToGeneric(Order order, global::Avro.RecordSchema schema)
    {
        var items = (global::Avro.ArraySchema)schema["Items"].Schema;
        var record = new GenericRecord(schema);
        record.Add(nameof(order.Id), order.Id);
        record.Add(nameof(order.Customer), order.Customer);
        record.Add(nameof(order.Email), order.Email);
        record.Add(nameof(order.Street), order.Street);
        record.Add(nameof(order.City), order.City);
        record.Add(nameof(order.Note), order.Note);
        record.Add(nameof(order.Priority), order.Priority);
        record.Add(nameof(order.IsGift), order.IsGift);
        record.Add(nameof(order.Total), order.Total);
        record.Add(nameof(order.Weight), order.Weight);
        record.Add(nameof(order.PlacedAt), order.PlacedAt);
        record.Add(nameof(order.Items), order.Items.Select(item => (object)ToGeneric(item, (global::Avro.RecordSchema)items.ItemSchema)).ToArray());
        return record;
    }

    private static GenericRecord ToGeneric(Item item, global::Avro.RecordSchema schema)
    {
        var record = new GenericRecord(schema);
        record.Add(nameof(item.Sku), item.Sku);
        record.Add(nameof(item.Name), item.Name);
        record.Add(nameof(item.Count), item.Count);
        record.Add(nameof(item.Price), item.Price);
        return record;
    }
}
