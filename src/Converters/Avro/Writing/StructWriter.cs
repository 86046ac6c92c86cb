using Registry.Avro.Binary;
using Registry.Converters.Connect;

namespace Registry.Converters.Avro.Writing;

/// <summary>A struct as a record: the fields of the record in their order, by their names.</summary>
internal sealed class StructWriter(ConnectSchema schema) : ConnectWriter
{
    private FieldWriter[] _fields = [];

    /// <summary>Set once the fields are compiled, which may hold this again.</summary>
    public FieldWriter[] Fields
    {
        set => _fields = value;
    }

    public override void Write(ref AvroWriter writer, in ConnectValue value)
    {
        if (value.Kind != ConnectValueKind.Struct)
            throw Mismatch("STRUCT", value);
        var given = value.AsStruct();
        if (!Matches(schema, given.Schema))
            throw new DataException("Mismatching struct schema");
        Enter(ref writer);
        var slots = given.Slots;
        var at = 0;
        try
        {
            for (; at < _fields.Length; at++)
            {
                var field = _fields[at];
                ref readonly var slot = ref slots[field.Index];
                if (slot.IsNull)
                    field.Writer.Write(ref writer, field.Default);
                else
                    field.Writer.Write(ref writer, slot);
            }
        }
        catch (DataException e)
        {
            e.IsIn(given.Schema.Fields[_fields[at].Index].Name);
            throw;
        }
        writer.Leave();
    }

    /// <summary>Whether a struct is one of the schema, which may be nullable where it is used.</summary>
    public static bool Matches(ConnectSchema expected, ConnectSchema given) =>
        ReferenceEquals(expected.Target, given) || expected.Target.WithOptional(false).Equals(given.WithOptional(false));
}

/// <summary>A field of a record, and the slot that it comes from.</summary>
/// <param name="Default">What stands for an empty slot; null for a null.</param>
internal sealed record FieldWriter(int Index, ConnectValue Default, ConnectWriter Writer);
