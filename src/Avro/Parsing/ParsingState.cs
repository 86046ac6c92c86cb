using Registry.Avro.Model;
using Registry.Schemas;
using Registry.Schemas.Json;

namespace Registry.Avro.Parsing;

/// <summary>What the readers of one text share. The first fault ends the parse.</summary>
internal sealed class ParsingState(Strictness strictness, TypeTable types)
{
    public Strictness Strictness { get; } = strictness;

    public TypeTable Types { get; } = types;

    public NameRules Names { get; } = new(strictness);

    public DefaultRules Defaults { get; } = new();

    /// <summary>A message quotes the faulty part, which may be as long as the text.</summary>
    private const int LongestMessage = 4096;

    public SchemaFault? Fault { get; private set; }

    /// <summary>Notes the fault and answers null, the readers' word for failure.</summary>
    public AvroSchema? Fail(string message, JsonValue at, string expected = "")
    {
        Fault ??= new SchemaFault(message.Length <= LongestMessage ? message : $"{message[..LongestMessage]}...", at, expected);
        return null;
    }
}
