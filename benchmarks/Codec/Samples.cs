namespace Registry.Benchmarks.Codec;

/// <summary>The three records that all codecs get, and their schemas.</summary>
internal static class Samples
{
    public const string PairSchema = """{"type":"record","name":"Pair","fields":[{"name":"id","type":"long"},{"name":"name","type":"string"}]}""";

    public const string ReadingSchema = """
        {"type":"record","name":"Reading","fields":[
          {"name":"id","type":"long"},{"name":"sensor","type":"string"},{"name":"channel","type":"int"},
          {"name":"value","type":"double"},{"name":"minimum","type":"double"},{"name":"maximum","type":"double"},{"name":"quality","type":"float"},
          {"name":"valid","type":"boolean"},{"name":"at","type":"long"},{"name":"unit","type":["null","string"]}]}
        """;

    public const string OrderSchema = """
        {"type":"record","name":"Order","namespace":"shop","fields":[
          {"name":"id","type":"string"},{"name":"number","type":"long"},{"name":"customer","type":"string"},{"name":"email","type":["null","string"]},
          {"name":"status","type":{"type":"enum","name":"Status","symbols":["NEW","PAID","SHIPPED"]}},{"name":"currency","type":"string"},
          {"name":"total","type":"double"},{"name":"tax","type":"double"},{"name":"discount","type":"float"},{"name":"paid","type":"boolean"},
          {"name":"gift","type":"boolean"},{"name":"created","type":"long"},{"name":"updated","type":"long"},{"name":"shipped","type":["null","long"]},
          {"name":"address","type":{"type":"record","name":"Address","fields":[
            {"name":"street","type":"string"},{"name":"city","type":"string"},{"name":"zip","type":"string"},{"name":"country","type":"string"}]}},
          {"name":"notes","type":["null","string"]},{"name":"channel","type":{"type":"enum","name":"Channel","symbols":["WEB","SHOP"]}},
          {"name":"warehouse","type":"int"},{"name":"reference","type":{"type":"fixed","name":"Reference","size":16}},
          {"name":"items","type":{"type":"array","items":{"type":"record","name":"Item","fields":[
            {"name":"sku","type":"string"},{"name":"name","type":"string"},{"name":"quantity","type":"int"},{"name":"price","type":"double"}]}}}]}
        """;

    public static Pair Pair { get; } = new(123_456, "a short name");

    public static Reading Reading { get; } = new(987_654_321, "north-wing/7", 12, 21.5, -40, 85, 0.98f, Valid: true, 1_700_000_000_000, "degC");

    public static Order Order { get; } = new(
        "0d1f6f8e-6f5b-4f2e-9c41-1f0a9b3c7d55", 4_711_815, "Friederike Mayröcker", "f.m@example.org", "PAID", "EUR", 249.95, 39.91, 0.05f, Paid: true,
        Gift: false, 1_700_000_000_000, 1_700_000_360_000, Shipped: null, new Address("Zentagasse 16", "Wien", "1050", "AT"), Notes: null, "WEB", 3,
        [.. Enumerable.Range(1, 16).Select(at => (byte)at)],
        [.. Enumerable.Range(1, 5).Select(at => new OrderItem($"SKU-{1000 + at}", $"Notebook, ruled, A{at}", at, 9.99 * at))]);
}
