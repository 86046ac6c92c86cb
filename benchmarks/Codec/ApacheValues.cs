using Avro;
using Avro.Generic;

namespace Registry.Benchmarks.Codec;

/// <summary>The records as values of Apache.Avro.</summary>
internal static class ApacheValues
{
    public static GenericRecord Of(Pair it, RecordSchema schema) => Record(schema, it.Id, it.Name);

    public static GenericRecord Of(Reading it, RecordSchema schema) =>
        Record(schema, it.Id, it.Sensor, it.Channel, it.Value, it.Minimum, it.Maximum, it.Quality, it.Valid, it.At, it.Unit);

    public static GenericRecord Of(Order it, RecordSchema schema)
    {
        var address = (RecordSchema)schema["address"].Schema;
        var item = (RecordSchema)((ArraySchema)schema["items"].Schema).ItemSchema;
        return Record(
            schema, it.Id, it.Number, it.Customer, it.Email, new GenericEnum((EnumSchema)schema["status"].Schema, it.Status), it.Currency,
            it.Total, it.Tax, it.Discount, it.Paid, it.Gift, it.Created, it.Updated, it.Shipped,
            Record(address, it.Address.Street, it.Address.City, it.Address.Zip, it.Address.Country),
            it.Notes, new GenericEnum((EnumSchema)schema["channel"].Schema, it.Channel), it.Warehouse,
            new GenericFixed((FixedSchema)schema["reference"].Schema, it.Reference),
            it.Items.Select(one => (object)Record(item, one.Sku, one.Name, one.Quantity, one.Price)).ToArray());
    }

    private static GenericRecord Record(RecordSchema schema, params object?[] values)
    {
        var record = new GenericRecord(schema);
        for (var at = 0; at < values.Length; at++)
            record.Add(at, values[at]);
        return record;
    }
}
