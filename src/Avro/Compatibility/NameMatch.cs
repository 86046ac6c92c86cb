using Registry.Avro.Model;

namespace Registry.Avro.Compatibility;

/// <summary>Whether a reader's type answers to the name of a writer's: namespaces do not count, except in aliases (spec 1.11).</summary>
internal static class NameMatch
{
    public static bool Allows(NamedSchema reader, NamedSchema writer)
    {
        if (reader.Name.Simple == writer.Name.Simple)
            return true;
        foreach (var alias in reader.Aliases)
        {
            if (alias.Full == writer.Name.Full)
                return true;
        }
        return false;
    }
}
