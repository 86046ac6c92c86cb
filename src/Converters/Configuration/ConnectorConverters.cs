using Registry.Client;
using Registry.Converters.Connect;
using Registry.Converters.Simple;

namespace Registry.Converters.Configuration;

/// <summary>The converters that a connector's configuration names (spec 6).</summary>
/// <param name="Key">Null when none is named.</param>
/// <param name="Value">Null when none is named.</param>
/// <param name="Header">A <see cref="SimpleHeaderConverter"/> when none is named.</param>
/// <param name="UnknownOptions">Options of converters that they do not know, with their prefix. They have no effect and are most likely misspelt.</param>
public sealed record ConnectorConverters(IConverter? Key, IConverter? Value, IHeaderConverter Header, IReadOnlyList<string> UnknownOptions) : IDisposable
{
    private const string KeyConverter = "key.converter";
    private const string ValueConverter = "value.converter";
    private const string HeaderConverter = "header.converter";

    /// <summary>
    /// Reads <c>key.converter</c>, <c>value.converter</c>, <c>header.converter</c> and the options with those prefixes. A converter that the
    /// connector names has the connector's options only; one that it does not name is the worker's, with the worker's options.
    /// </summary>
    /// <exception cref="ConfigException">A name is not known, or does not fit its place; an option has a value that it cannot have.</exception>
    public static ConnectorConverters From(IReadOnlyDictionary<string, string> connector, IReadOnlyDictionary<string, string>? worker = null)
    {
        var unknown = new List<string>();
        return new(
            Make<IConverter>(KeyConverter, connector, worker, unknown),
            Make<IConverter>(ValueConverter, connector, worker, unknown),
            Make<IHeaderConverter>(HeaderConverter, connector, worker, unknown) ?? new SimpleHeaderConverter(),
            unknown);
    }

    /// <summary>Ends the clients of registries that the converters have.</summary>
    public void Dispose()
    {
        (Key as IDisposable)?.Dispose();
        (Value as IDisposable)?.Dispose();
    }

    private static TConverter? Make<TConverter>(string place, IReadOnlyDictionary<string, string> connector, IReadOnlyDictionary<string, string>? worker, List<string> unknown)
        where TConverter : class
    {
        var config = connector.ContainsKey(place) ? connector : worker;
        if (config is null || !config.TryGetValue(place, out var name))
            return null;
        var found = ConverterClass.Find(name.Trim())
            ?? throw new ConfigException($"Invalid value {name} for configuration {place}: known are {string.Join(", ", ConverterClass.All.Select(known => known.Name))}, also by their Java class names");
        var prefix = $"{place}.";
        var options = config.Where(option => option.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(option => option.Key[prefix.Length..], option => option.Value, StringComparer.Ordinal);
        unknown.AddRange(options.Keys.Where(option => !found.Knows(option)).Select(option => prefix + option));
        return found.Make(options, place == KeyConverter ? RecordPart.Key : RecordPart.Value) as TConverter ?? throw new ConfigException($"Invalid value {name} for configuration {place}: it cannot stand there");
    }
}
