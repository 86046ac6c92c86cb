namespace Registry.Avro.Model;

public sealed class EnumSchema : NamedSchema
{
    private readonly Dictionary<string, int> _ordinals;

    internal EnumSchema(NamedAttributes attributes, IReadOnlyList<string> symbols, string? @default)
        : base(AvroKind.Enum, attributes)
    {
        Symbols = symbols;
        Default = @default;
        _ordinals = new Dictionary<string, int>(symbols.Count, StringComparer.Ordinal);
        for (var ordinal = 0; ordinal < symbols.Count; ordinal++)
            _ordinals.TryAdd(symbols[ordinal], ordinal);
    }

    /// <summary>The symbols; data holds their ordinals.</summary>
    public IReadOnlyList<string> Symbols { get; }

    /// <summary>The symbol that stands for those that a reader does not know; one of <see cref="Symbols"/>.</summary>
    public string? Default { get; }

    public bool TryGetOrdinal(string symbol, out int ordinal) => _ordinals.TryGetValue(symbol, out ordinal);
}
