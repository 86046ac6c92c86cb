using System.Globalization;
using Registry.Converters.Connect;

namespace Registry.Benchmarks.Converters;

/// <summary>Orders of 20 fields, five items among them: 19 strings in all.</summary>
internal static class Orders
{
    private const int Count = 5;

    private static readonly ConnectSchema s_item = SchemaBuilder.Struct().Name("org.example.Item")
        .Field("sku", ConnectSchema.String).Field("quantity", ConnectSchema.Int32).Field("price", ConnectSchema.Float64).Field("note", ConnectSchema.OptionalString).Build();

    public static ConnectSchema Schema { get; } = MakeSchema();

    public static ConnectValue Make(int number)
    {
        var items = new ConnectValue[Count];
        for (var at = 0; at < Count; at++)
        {
            items[at] = new Struct(s_item)
                .Put("sku", Text($"SKU-{number + at}")).Put("quantity", at + 1).Put("price", 9.99 * at).Put("note", at % 2 == 0 ? null : "gift");
        }
        var order = new Struct(Schema).Put("id", 1_000_000L + number).Put("customer", Text($"customer-{number}"))
            .Put("placed", ConnectValue.OfDate(1_795_600_000_000)).Put("paid", true).Put("items", items);
        for (var at = 0; at < Count; at++)
            order.Put(Name("s", at), Text($"value {at} of {number}")).Put(Name("o", at), at % 2 == 0 ? null : "there").Put(Name("n", at), at * number);
        return order;
    }

    private static ConnectSchema MakeSchema()
    {
        var builder = SchemaBuilder.Struct().Name("org.example.Order").Field("id", ConnectSchema.Int64).Field("customer", ConnectSchema.String)
            .Field("placed", LogicalType.TimestampSchema).Field("paid", ConnectSchema.Boolean).Field("items", SchemaBuilder.Array(s_item).Build());
        for (var at = 0; at < Count; at++)
            builder.Field(Name("s", at), ConnectSchema.String).Field(Name("o", at), ConnectSchema.OptionalString).Field(Name("n", at), ConnectSchema.Int32);
        return builder.Build();
    }

    private static string Name(string kind, int at) => Text($"{kind}{at}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
