using Registry.Converters.Json;
using Registry.Converters.Simple;

namespace Registry.Converters.Configuration;

/// <summary>A converter that a configuration can name.</summary>
/// <param name="Name">Its simple name, the same here and in Java.</param>
/// <param name="Packages">The Java package, and the namespace here.</param>
/// <param name="Options">The options that it knows.</param>
/// <param name="Make">Makes one from its options; an <see cref="IConverter"/>, an <see cref="IHeaderConverter"/> or both.</param>
internal sealed record ConverterClass(string Name, string[] Packages, string[] Options, Func<IReadOnlyDictionary<string, string>, object> Make)
{
    private const string Kafka = "org.apache.kafka.connect";
    private const string Simple = "Registry.Converters.Simple";
    private const string TypeOption = "converter.type";
    private const string EncodingOption = "converter.encoding";

    public static IReadOnlyList<ConverterClass> All { get; } =
    [
        new("JsonConverter", [$"{Kafka}.json", "Registry.Converters.Json"], ["schemas.enable", "schemas.cache.size", "decimal.format", "replace.null.with.default", TypeOption], options => new JsonConverter(JsonConverterOptions.From(options))),
        new("StringConverter", [$"{Kafka}.storage", Simple], [EncodingOption, TypeOption], options => new StringConverter(options.TryGetValue(EncodingOption, out var name) ? StringConverter.EncodingOf(name) : null)),
        new("SimpleHeaderConverter", [$"{Kafka}.storage", Simple], [TypeOption], _ => new SimpleHeaderConverter()),
        OfKafka("ByteArrayConverter", new ByteArrayConverter()),
        OfKafka("BooleanConverter", new BooleanConverter()),
        OfKafka("ShortConverter", NumberConverter.Short),
        OfKafka("IntegerConverter", NumberConverter.Integer),
        OfKafka("LongConverter", NumberConverter.Long),
        OfKafka("FloatConverter", NumberConverter.Float),
        OfKafka("DoubleConverter", NumberConverter.Double),
    ];

    /// <summary>The converter of a simple name, a Java class name or a name here; null for others.</summary>
    public static ConverterClass? Find(string name) =>
        All.FirstOrDefault(candidate => candidate.Name == name || candidate.Packages.Any(package => $"{package}.{candidate.Name}" == name));

    private static ConverterClass OfKafka(string name, SimpleConverter converter) => new(name, [$"{Kafka}.converters", Simple], [TypeOption], _ => converter);
}
