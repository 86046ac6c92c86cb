using Registry.Avro;
using Registry.Domain;

namespace Registry.Tests.Domain;

/// <summary>The parts that decide, put together as the server puts them together.</summary>
internal static class Rules
{
    public static readonly SchemaParser Parser = new([new AvroFormat()], new ParsedSchemaCache());
    public static readonly Settings Settings = new(new SettingsDefaults());
    public static readonly Lookup Lookup = new(Parser, Settings);
    public static readonly CompatibilityCheck Compatibility = new(Parser, Settings);
    public static readonly Registration Registration = new(Parser, Settings, Lookup, Compatibility);
    public static readonly TagChange TagChange = new(Registration);
    public static readonly AssociationChange AssociationChange = new(Registration);
    public static readonly AssociationBatch AssociationBatch = new(AssociationChange);
    public static readonly CompatibilityTest CompatibilityTest = new(Parser, Settings, Compatibility);
    public static readonly ConfigChange ConfigChange = new(Settings);
}
