using System.Reflection;
using System.Text.Json.Nodes;
using Registry.Avro;
using Registry.Schemas;

namespace Registry.Serdes.Avro.Objects;

/// <summary>The schema that follows from a plain type: a record of its properties, in which what may be null is a union with null first, and null the default.</summary>
internal sealed class TypeSchema
{
    // Enough for any decimal of .NET.
    private const int Precision = 38;
    private const int Scale = 10;

    private readonly HashSet<Type> _defined = [];
    private readonly NullabilityInfoContext _nullability = new();

    private TypeSchema()
    {
    }

    /// <exception cref="InvalidValueException">No schema follows from the type.</exception>
    public static ParsedAvroSchema Of(Type type)
    {
        var text = new TypeSchema().Schema(type, type.Name).ToJsonString();
        return AvroFormat.Parse(text, Strictness.New).TryGet(out var schema, out var error) ? schema : throw new InvalidValueException($"No Avro schema follows from {TypeNames.Of(type)}: {error.Text}");
    }

    private JsonNode Schema(Type type, string place)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return OrNull(Schema(underlying, place));
        if (Scalar(type) is { } scalar)
            return scalar;
        if (type.IsEnum)
            return Once(type, () => new JsonObject { ["type"] = "enum", ["name"] = type.Name, ["namespace"] = type.Namespace, ["symbols"] = new JsonArray([.. Enum.GetNames(type).Select(name => JsonValue.Create(name))]) });
        if ((Argument(type, typeof(IReadOnlyDictionary<,>)) ?? Argument(type, typeof(IDictionary<,>))) is [var key, var value] && key == typeof(string))
            return new JsonObject { ["type"] = "map", ["values"] = Schema(value, place) };
        if (Argument(type, typeof(IEnumerable<>)) is [var item] && type != typeof(object))
            return new JsonObject { ["type"] = "array", ["items"] = Schema(item, place) };
        if (type.IsPrimitive || type.IsInterface || type == typeof(object) || type.IsGenericType)
            throw new InvalidValueException($"No Avro schema follows from {place}, which is of the type {TypeNames.Of(type)}: give the serializer a schema");
        return Once(type, () => new JsonObject { ["type"] = "record", ["name"] = type.Name, ["namespace"] = type.Namespace, ["fields"] = new JsonArray([.. TypeMembers.Of(type).Select(member => Field(member, place))]) });
    }

    private JsonObject Field(TypeMember member, string place)
    {
        var field = new JsonObject { ["name"] = member.Name };
        var type = member.Property.PropertyType;
        var schema = Schema(type, $"{place}.{member.Property.Name}");
        var isNullable = type.IsValueType ? schema is JsonArray : _nullability.Create(member.Property).ReadState != NullabilityState.NotNull;
        field["type"] = isNullable && schema is not JsonArray ? OrNull(schema) : schema;
        if (isNullable)
            field["default"] = null;
        return field;
    }

    private JsonNode Once(Type type, Func<JsonObject> define) => _defined.Add(type) ? define() : JsonValue.Create(type.FullName!.Replace('+', '.'));

    private static JsonArray OrNull(JsonNode schema) => ["null", schema];

    private static JsonNode? Scalar(Type type) => type switch
    {
        _ when type == typeof(bool) => "boolean",
        _ when type == typeof(int) || type == typeof(short) || type == typeof(sbyte) || type == typeof(byte) || type == typeof(ushort) => "int",
        _ when type == typeof(long) || type == typeof(uint) || type == typeof(ulong) => "long",
        _ when type == typeof(float) => "float",
        _ when type == typeof(double) => "double",
        _ when type == typeof(string) => "string",
        _ when type == typeof(byte[]) => "bytes",
        _ when type == typeof(Guid) => Logical("string", "uuid"),
        _ when type == typeof(DateTime) || type == typeof(DateTimeOffset) => Logical("long", "timestamp-micros"),
        _ when type == typeof(DateOnly) => Logical("int", "date"),
        _ when type == typeof(TimeOnly) => Logical("long", "time-micros"),
        _ when type == typeof(decimal) => new JsonObject { ["type"] = "bytes", ["logicalType"] = "decimal", ["precision"] = Precision, ["scale"] = Scale },
        _ => null,
    };

    private static JsonObject Logical(string type, string name) => new() { ["type"] = type, ["logicalType"] = name };

    private static Type[]? Argument(Type type, Type definition) => type.GetInterfaces().Append(type)
        .FirstOrDefault(it => it.IsGenericType && it.GetGenericTypeDefinition() == definition)?.GetGenericArguments();
}
