using Registry.Client;
using Registry.Converters.Avro;
using Registry.Converters.Json;
using Registry.Converters.JsonSchema;
using Registry.Converters.Registered;
using Registry.Converters.Simple;

namespace Registry.Converters.Configuration;

/// <summary>A converter that a configuration can name.</summary>
/// <param name="Name">Its simple name, the same here and in Java.</param>
/// <param name="Packages">The Java package, and the namespace here.</param>
/// <param name="Knows">Whether it has an option.</param>
/// <param name="Make">Makes one from its options, for a part of records; an <see cref="IConverter"/>, an <see cref="IHeaderConverter"/> or both.</param>
internal sealed record ConverterClass(string Name, string[] Packages, Func<string, bool> Knows, Func<IReadOnlyDictionary<string, string>, RecordPart, object> Make)
{
    private const string Kafka = "org.apache.kafka.connect";
    private const string Simple = "Registry.Converters.Simple";
    private const string TypeOption = "converter.type";
    private const string EncodingOption = "converter.encoding";

    public static IReadOnlyList<ConverterClass> All { get; } =
    [
        new("AvroConverter", ["io.confluent.connect.avro", "Registry.Converters.Avro"], option => AvroDataOptions.Names.Contains(option, StringComparer.Ordinal) || RegisteredOptions.Knows(option), MakeAvro),
        new("JsonSchemaConverter", ["io.confluent.connect.json", "Registry.Converters.JsonSchema"], option => JsonSchemaDataOptions.Names.Contains(option, StringComparer.Ordinal) || RegisteredOptions.Knows(option), MakeJsonSchema),
        new("JsonConverter", [$"{Kafka}.json", "Registry.Converters.Json"], Among("schemas.enable", "schemas.cache.size", "schema.content", "decimal.format", "replace.null.with.default", TypeOption), (options, _) => new JsonConverter(JsonConverterOptions.From(options))),
        new("StringConverter", [$"{Kafka}.storage", Simple], Among(EncodingOption, TypeOption), (options, _) => new StringConverter(options.TryGetValue(EncodingOption, out var name) ? StringConverter.EncodingOf(name) : null)),
        new("SimpleHeaderConverter", [$"{Kafka}.storage", Simple], Among(TypeOption), (_, _) => new SimpleHeaderConverter()),
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

    private static ConverterClass OfKafka(string name, SimpleConverter converter) => new(name, [$"{Kafka}.converters", Simple], Among(TypeOption), (_, _) => converter);

    private static Func<string, bool> Among(params string[] options) => option => options.Contains(option, StringComparer.Ordinal);

    private static JsonSchemaConverter MakeJsonSchema(IReadOnlyDictionary<string, string> options, RecordPart part)
    {
        var client = RegisteredClients.From(options);
        return new JsonSchemaConverter(client, JsonSchemaDataOptions.From(options), RegisteredOptions.From(options, part), part, client);
    }

    private static AvroConverter MakeAvro(IReadOnlyDictionary<string, string> options, RecordPart part)
    {
        var client = RegisteredClients.From(options);
        return new AvroConverter(client, AvroDataOptions.From(options), RegisteredOptions.From(options, part), part, client);
    }
}
