using Registry.Avro;
using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Benchmarks.Codec;

/// <summary>The records as values of our codec.</summary>
internal static class OurValues
{
    public static RecordSchema Schema(string text) => AvroFormat.Parse(text).TryGet(out var schema, out var error)
        ? (RecordSchema)schema.Root
        : throw new InvalidOperationException(error.ToString());

    public static AvroValue Of(Pair pair, RecordSchema schema) => AvroValue.Of(new AvroRecord(schema, AvroValue.Of(pair.Id), AvroValue.Of(pair.Name)));

    public static AvroValue Of(Reading it, RecordSchema schema) => AvroValue.Of(new AvroRecord(
        schema, AvroValue.Of(it.Id), AvroValue.Of(it.Sensor), AvroValue.Of(it.Channel), AvroValue.Of(it.Value), AvroValue.Of(it.Minimum), AvroValue.Of(it.Maximum),
        AvroValue.Of(it.Quality), AvroValue.Of(it.Valid), AvroValue.Of(it.At), Optional(it.Unit)));

    public static AvroValue Of(Order it, RecordSchema schema)
    {
        var address = (RecordSchema)Field(schema, "address");
        var item = (RecordSchema)((ArraySchema)Field(schema, "items")).Items;
        return AvroValue.Of(new AvroRecord(
            schema, AvroValue.Of(it.Id), AvroValue.Of(it.Number), AvroValue.Of(it.Customer), Optional(it.Email),
            AvroValue.OfEnum((EnumSchema)Field(schema, "status"), it.Status), AvroValue.Of(it.Currency),
            AvroValue.Of(it.Total), AvroValue.Of(it.Tax), AvroValue.Of(it.Discount), AvroValue.Of(it.Paid),
            AvroValue.Of(it.Gift), AvroValue.Of(it.Created), AvroValue.Of(it.Updated), it.Shipped is { } shipped ? AvroValue.Of(shipped).InBranch(1) : AvroValue.Null.InBranch(0),
            AvroValue.Of(new AvroRecord(address, AvroValue.Of(it.Address.Street), AvroValue.Of(it.Address.City), AvroValue.Of(it.Address.Zip), AvroValue.Of(it.Address.Country))),
            Optional(it.Notes), AvroValue.OfEnum((EnumSchema)Field(schema, "channel"), it.Channel),
            AvroValue.Of(it.Warehouse), AvroValue.OfFixed(it.Reference),
            AvroValue.OfArray([.. it.Items.Select(one => AvroValue.Of(new AvroRecord(item, AvroValue.Of(one.Sku), AvroValue.Of(one.Name), AvroValue.Of(one.Quantity), AvroValue.Of(one.Price))))])));
    }

    private static AvroSchema Field(RecordSchema schema, string name) => schema.TryGetField(name, out var field) ? field.Schema : throw new ArgumentException($"No field {name}.", nameof(name));

    private static AvroValue Optional(string? text) => text is null ? AvroValue.Null.InBranch(0) : AvroValue.Of(text).InBranch(1);
}
