using Registry.Avro.Binary;
using Registry.Avro.Model;
using Registry.Converters.Connect;

namespace Registry.Converters.Avro.Writing;

/// <summary>A value without a schema as a record of <see cref="AnythingSchema"/>: the field of its kind is set, all others are null (spec 3.5).</summary>
internal sealed class AnythingWriter : ConnectWriter
{
    private static readonly string[] s_fields = [.. ((RecordSchema)AnythingSchema.Parsed.Root).Fields.Select(field => field.Name)];

    public override void Write(ref AvroWriter writer, in ConnectValue value)
    {
        Enter(ref writer);
        var set = FieldOf(value);
        foreach (var field in s_fields)
        {
            writer.WriteInt(field == set ? 1 : 0);
            if (field == set)
                WriteContent(ref writer, value);
        }
        writer.Leave();
    }

    private static string? FieldOf(in ConnectValue value) => value.Kind switch
    {
        ConnectValueKind.Null => null,
        ConnectValueKind.Int8 or ConnectValueKind.Int16 or ConnectValueKind.Int32 => AnythingSchema.Int,
        ConnectValueKind.Int64 => AnythingSchema.Long,
        ConnectValueKind.Float32 => AnythingSchema.Float,
        ConnectValueKind.Float64 => AnythingSchema.Double,
        ConnectValueKind.Boolean => AnythingSchema.Boolean,
        ConnectValueKind.String => AnythingSchema.String,
        ConnectValueKind.Array => AnythingSchema.Array,
        ConnectValueKind.Map => AnythingSchema.Map,
        _ => throw new DataException($"Unknown type for schemaless data: {value.ClassName}"),
    };

    private void WriteContent(ref AvroWriter writer, in ConnectValue value)
    {
        switch (value.Kind)
        {
            case ConnectValueKind.Boolean:
                writer.WriteBoolean(value.AsBoolean());
                break;
            case ConnectValueKind.Float32:
                writer.WriteFloat(value.AsFloat32());
                break;
            case ConnectValueKind.Float64:
                writer.WriteDouble(value.AsFloat64());
                break;
            case ConnectValueKind.String:
                writer.WriteString(value.AsString());
                break;
            case ConnectValueKind.Array:
                writer.WriteBlock(value.AsArray().Length);
                foreach (ref readonly var element in value.AsArray())
                    Write(ref writer, element);
                writer.WriteEnd();
                break;
            case ConnectValueKind.Map:
                writer.WriteBlock(value.AsMap().Count);
                foreach (ref readonly var entry in value.AsMap().Entries)
                {
                    Write(ref writer, entry.Key);
                    Write(ref writer, entry.Value);
                }
                writer.WriteEnd();
                break;
            default:
                writer.WriteLong(value.AsInt64());
                break;
        }
    }
}
