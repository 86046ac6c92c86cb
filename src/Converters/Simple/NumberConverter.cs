using System.Buffers.Binary;
using Registry.Converters.Connect;

namespace Registry.Converters.Simple;

/// <summary>Numbers of one type, big endian: Java's Short-, Integer-, Long-, Float- and DoubleConverter. The schema of what is written is ignored.</summary>
public sealed class NumberConverter : SimpleConverter
{
    private readonly string _word;
    private readonly int _size;
    private readonly ConnectValueKind _kind;
    private readonly ConnectSchema _schema;

    private NumberConverter(string word, int size, ConnectValueKind kind, ConnectSchema schema) => (_word, _size, _kind, _schema) = (word, size, kind, schema);

    public static NumberConverter Short { get; } = new("short", sizeof(short), ConnectValueKind.Int16, ConnectSchema.OptionalInt16);

    public static NumberConverter Integer { get; } = new("integer", sizeof(int), ConnectValueKind.Int32, ConnectSchema.OptionalInt32);

    public static NumberConverter Long { get; } = new("long", sizeof(long), ConnectValueKind.Int64, ConnectSchema.OptionalInt64);

    public static NumberConverter Float { get; } = new("float", sizeof(float), ConnectValueKind.Float32, ConnectSchema.OptionalFloat32);

    public static NumberConverter Double { get; } = new("double", sizeof(double), ConnectValueKind.Float64, ConnectSchema.OptionalFloat64);

    public override byte[]? FromConnect(string topic, ConnectSchema? schema, ConnectValue value)
    {
        if (value.IsNull)
            return null;
        if (value.Kind != _kind)
            throw new DataException($"Failed to serialize to {_word} (was {value.ClassName}): ");
        var bytes = new byte[_size];
        switch (_kind)
        {
            case ConnectValueKind.Int16:
                BinaryPrimitives.WriteInt16BigEndian(bytes, (short)value.AsInt64());
                break;
            case ConnectValueKind.Int32:
                BinaryPrimitives.WriteInt32BigEndian(bytes, (int)value.AsInt64());
                break;
            case ConnectValueKind.Int64:
                BinaryPrimitives.WriteInt64BigEndian(bytes, value.AsInt64());
                break;
            case ConnectValueKind.Float32:
                BinaryPrimitives.WriteSingleBigEndian(bytes, value.AsFloat32());
                break;
            default:
                BinaryPrimitives.WriteDoubleBigEndian(bytes, value.AsFloat64());
                break;
        }
        return bytes;
    }

    public override SchemaAndValue ToConnect(string topic, byte[]? data)
    {
        if (data is not null && data.Length != _size)
            throw new DataException($"Failed to deserialize {_word}: {data.Length} bytes, expected are {_size}");
        return new(_schema, data is null ? ConnectValue.Null : _kind switch
        {
            ConnectValueKind.Int16 => ConnectValue.Of(BinaryPrimitives.ReadInt16BigEndian(data)),
            ConnectValueKind.Int32 => ConnectValue.Of(BinaryPrimitives.ReadInt32BigEndian(data)),
            ConnectValueKind.Int64 => ConnectValue.Of(BinaryPrimitives.ReadInt64BigEndian(data)),
            ConnectValueKind.Float32 => ConnectValue.Of(BinaryPrimitives.ReadSingleBigEndian(data)),
            _ => ConnectValue.Of(BinaryPrimitives.ReadDoubleBigEndian(data)),
        });
    }
}
