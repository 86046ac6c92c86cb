using System.Runtime.InteropServices;
using Registry.Avro.Model;

namespace Registry.Avro.Compatibility;

/// <summary>The writer's fields that a reader's field answers to, by its name and by each of its aliases (spec 1.11).</summary>
/// <param name="Field">The first of them; null when there is none.</param>
/// <param name="Count">How many there are. One that is found by name and by alias counts twice, as in the reference.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FieldMatch(RecordField? Field, int Count)
{
    public static FieldMatch Find(RecordField field, RecordSchema writer)
    {
        var match = writer.TryGetField(field.Name, out var found) ? new FieldMatch(found, 1) : default;
        foreach (var alias in field.Aliases)
        {
            if (writer.TryGetField(alias, out found))
                match = new FieldMatch(match.Field ?? found, match.Count + 1);
        }
        return match;
    }
}
