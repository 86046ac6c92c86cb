using System.Linq.Expressions;
using System.Reflection;
using Registry.Avro.Model;

namespace Registry.Serdes.Avro.Objects;

/// <summary>Makes the map of a type and a schema, and of all that is in them; each pair once, since types and schemas refer to themselves.</summary>
internal sealed class ObjectMaps
{
    private static readonly Type[] s_lists = [typeof(List<>), typeof(IList<>), typeof(ICollection<>), typeof(IEnumerable<>), typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>)];
    private static readonly Type[] s_dictionaries = [typeof(Dictionary<,>), typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>)];

    private readonly Dictionary<(Type, AvroSchema), object> _made = [];

    private ObjectMaps()
    {
    }

    /// <exception cref="InvalidValueException">The type cannot be one of the schema; the message says which part of it.</exception>
    public static ValueMap<T> Make<T>(AvroSchema schema) => (ValueMap<T>)new ObjectMaps().Of(typeof(T), schema, typeof(T).Name);

    private object Of(Type type, AvroSchema schema, string place)
    {
        if (_made.TryGetValue((type, schema), out var made))
            return made;
        var map = Build(type, schema, place) ?? throw new InvalidValueException($"{place} is of the type {TypeNames.Of(type)}, which is none of the schema's {schema.Kind.Word()}{(schema.LogicalType is { } logical ? $" ({logical.Name})" : "")}");
        _made.TryAdd((type, schema), map);
        return map;
    }

    private object? Build(Type type, AvroSchema schema, string place)
    {
        if (schema is UnionSchema union)
            return OfUnion(type, union, place);
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Create(typeof(NullableMap<>), [underlying], Of(underlying, schema, place));
        return ScalarMaps.Find(type, schema) ?? schema switch
        {
            ArraySchema array => OfList(type, array, place),
            MapSchema map => OfDictionary(type, map, place),
            RecordSchema record when type is { IsPrimitive: false, IsInterface: false, IsAbstract: false, IsArray: false } && type != typeof(object) => Call(nameof(OfRecord), [type], record, place),
            _ => null,
        };
    }

    private object? OfUnion(Type type, UnionSchema union, string place)
    {
        var nullBranch = union.Branches.ToList().FindIndex(branch => branch.Kind == AvroKind.Null);
        var others = union.Branches.Index().Where(it => it.Item.Kind != AvroKind.Null).ToList();
        if (others is not [(var branch, var schema)])
            throw new InvalidValueException($"{place} is a union of {union.Branches.Count} branches in the schema; of plain types only null and one other branch have a place here");
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Create(typeof(NullableUnionMap<>), [underlying], Of(underlying, schema, place), branch, nullBranch);
        var inner = Of(type, schema, place);
        return type.IsValueType ? Create(typeof(ValueUnionMap<>), [type], inner, branch) : Create(typeof(ReferenceUnionMap<>), [type], inner, branch, nullBranch);
    }

    private object? OfList(Type type, ArraySchema array, string place)
    {
        if (type.IsArray && type.GetArrayRank() == 1)
            return Call(nameof(OfArray), [type.GetElementType()!], array, place);
        return type.IsGenericType && s_lists.Contains(type.GetGenericTypeDefinition()) ? Call(nameof(OfListOf), [type, type.GetGenericArguments()[0]], array, place) : null;
    }

    private object? OfDictionary(Type type, MapSchema map, string place)
    {
        if (!type.IsGenericType || !s_dictionaries.Contains(type.GetGenericTypeDefinition()) || type.GetGenericArguments()[0] != typeof(string))
            return null;
        var value = type.GetGenericArguments()[1];
        return Create(typeof(DictionaryMap<,>), [type, value], Of(value, map.Values, place));
    }

    private ListMap<TItem[], TItem> OfArray<TItem>(ArraySchema array, string place) => new((ValueMap<TItem>)Of(typeof(TItem), array.Items, place), items => items);

    private ListMap<TList, TItem> OfListOf<TList, TItem>(ArraySchema array, string place)
        where TList : IEnumerable<TItem> => new((ValueMap<TItem>)Of(typeof(TItem), array.Items, place), items => (TList)(object)new List<TItem>(items));

    private RecordMap<T> OfRecord<T>(RecordSchema record, string place)
    {
        var map = new RecordMap<T>();
        // Before its fields, which may be of the same type.
        _made.Add((typeof(T), record), map);
        var members = TypeMembers.Of(typeof(T));
        map.Writers = [.. record.Fields.Select(field => (FieldWriter<T>)WriterOf(typeof(T), members, record, field, place))];
        map.Maker = TypeMembers.ConstructorOf(typeof(T)) is { } constructor ? ConstructingMakerOf<T>(constructor, members, record, place) : SettingMakerOf<T>(members, record, place);
        return map;
    }

    private object WriterOf(Type owner, IReadOnlyList<TypeMember> members, RecordSchema record, RecordField field, string place)
    {
        if (TypeMembers.Find(members, field.Name) is { } member)
        {
            var parameter = Expression.Parameter(owner);
            var get = Expression.Lambda(Expression.Property(parameter, member.Property), parameter).Compile();
            return Create(typeof(PropertyWriter<,>), [owner, member.Property.PropertyType], field.Name, get, Of(member.Property.PropertyType, field.Schema, $"{place}.{member.Property.Name}"));
        }
        if (field.TryGetDefaultValue(out var value))
            return Create(typeof(DefaultWriter<>), [owner], field, value);
        throw new InvalidValueException($"{place} has no property for the field {field.Name} of {record.Name}, and the field has no default");
    }

    private SettingMaker<T> SettingMakerOf<T>(IReadOnlyList<TypeMember> members, RecordSchema record, string place)
    {
        var setters = new List<PropertySetter<T>>();
        foreach (var member in members.Where(member => member.Property.SetMethod is not null))
        {
            if (FieldOf(record, members, member) is not { } field)
            {
                if (member.IsRequired)
                    throw Missing(record, member, place);
                continue;
            }
            var (owner, value) = (Expression.Parameter(typeof(T)), Expression.Parameter(member.Property.PropertyType));
            var set = Expression.Lambda(typeof(Action<,>).MakeGenericType(typeof(T), member.Property.PropertyType), Expression.Call(owner, member.Property.SetMethod!, value), owner, value).Compile();
            setters.Add((PropertySetter<T>)Create(typeof(PropertySetter<,>), [typeof(T), member.Property.PropertyType], field.Position, set, Of(member.Property.PropertyType, field.Schema, $"{place}.{member.Property.Name}")));
        }
        var create = Expression.Lambda<Func<T>>(Expression.New(typeof(T))).Compile();
        return new(create, [.. setters]);
    }

    private ConstructingMaker<T> ConstructingMakerOf<T>(ConstructorInfo constructor, IReadOnlyList<TypeMember> members, RecordSchema record, string place)
    {
        var arguments = constructor.GetParameters().Select(parameter => ArgumentOf(parameter, members, record, place)).ToArray();
        var values = Expression.Parameter(typeof(object?[]));
        var create = Expression.Lambda<Func<object?[], T>>(
            Expression.New(constructor, constructor.GetParameters().Select((parameter, at) => Expression.Convert(Expression.ArrayIndex(values, Expression.Constant(at)), parameter.ParameterType))),
            values).Compile();
        return new(create, arguments);
    }

    private IArgument ArgumentOf(ParameterInfo parameter, IReadOnlyList<TypeMember> members, RecordSchema record, string place)
    {
        var member = members.FirstOrDefault(member => member.Property.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));
        if (member is not null && FieldOf(record, members, member) is { } field)
            return (IArgument)Create(typeof(FieldArgument<>), [parameter.ParameterType], field.Position, Of(parameter.ParameterType, field.Schema, $"{place}.{parameter.Name}"));
        return parameter.HasDefaultValue
            ? new ConstantArgument(parameter.DefaultValue)
            : throw new InvalidValueException($"{place} needs a {parameter.Name}, and {record.Name} has no such field");
    }

    private static RecordField? FieldOf(RecordSchema record, IReadOnlyList<TypeMember> members, TypeMember member) =>
        record.Fields.FirstOrDefault(field => TypeMembers.Find(members, field.Name) == member);

    private static InvalidValueException Missing(RecordSchema record, TypeMember member, string place) =>
        new($"{place}.{member.Property.Name} is required, and {record.Name} has no field for it");

    private object Call(string method, Type[] types, params object[] arguments)
    {
        try
        {
            return typeof(ObjectMaps).GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(types).Invoke(this, arguments)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is InvalidValueException fault)
        {
            throw new InvalidValueException(fault.Message, fault.Path, fault);
        }
    }

    private static object Create(Type definition, Type[] types, params object[] arguments) => Activator.CreateInstance(definition.MakeGenericType(types), arguments)!;
}
