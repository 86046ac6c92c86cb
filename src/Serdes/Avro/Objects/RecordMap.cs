using Registry.Avro.Binary;
using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Serdes.Avro.Objects;

/// <summary>An object as a record: its properties by the names of the fields. Filled after it is made, since types refer to themselves.</summary>
internal sealed class RecordMap<T> : ValueMap<T>
{
    public FieldWriter<T>[] Writers { get; set; } = [];

    public IObjectMaker<T> Maker { get; set; } = null!;

    public override bool TryWrite(ref AvroWriter writer, T value)
    {
        if (value is null)
            return writer.Fail("It is null, and the schema has no null here");
        if (!writer.TryEnter())
            return false;
        foreach (var field in Writers)
        {
            if (!field.TryWrite(ref writer, value))
                return writer.FailIn(field.Name);
        }
        writer.Leave();
        return true;
    }

    public override T Make(in AvroValue value) => Maker.Make(value.AsRecord());
}

/// <summary>Writes one field of a record.</summary>
internal abstract class FieldWriter<TOwner>(string name)
{
    public string Name => name;

    public abstract bool TryWrite(ref AvroWriter writer, TOwner owner);
}

/// <summary>The value of a property.</summary>
internal sealed class PropertyWriter<TOwner, TMember>(string name, Func<TOwner, TMember> get, ValueMap<TMember> map) : FieldWriter<TOwner>(name)
{
    public override bool TryWrite(ref AvroWriter writer, TOwner owner) => map.TryWrite(ref writer, get(owner));
}

/// <summary>The default of a field that the type does not have.</summary>
internal sealed class DefaultWriter<TOwner>(RecordField field, AvroValue value) : FieldWriter<TOwner>(field.Name)
{
    private readonly EncodingPlan _plan = EncodingPlan.Compile(field.Schema);

    public override bool TryWrite(ref AvroWriter writer, TOwner owner) => _plan.TryWrite(ref writer, value);
}

internal interface IObjectMaker<T>
{
    T Make(AvroRecord record);
}

/// <summary>Makes an object without arguments and sets its properties.</summary>
internal sealed class SettingMaker<T>(Func<T> create, PropertySetter<T>[] setters) : IObjectMaker<T>
{
    public T Make(AvroRecord record)
    {
        var made = create();
        foreach (var setter in setters)
            setter.Set(made, record);
        return made;
    }
}

internal abstract class PropertySetter<TOwner>
{
    public abstract void Set(TOwner owner, AvroRecord record);
}

internal sealed class PropertySetter<TOwner, TMember>(int position, Action<TOwner, TMember> set, ValueMap<TMember> map) : PropertySetter<TOwner>
{
    public override void Set(TOwner owner, AvroRecord record) => set(owner, map.Make(record[position]));
}

/// <summary>Makes an object by a constructor whose parameters are its fields.</summary>
internal sealed class ConstructingMaker<T>(Func<object?[], T> create, IArgument[] arguments) : IObjectMaker<T>
{
    public T Make(AvroRecord record) => create([.. arguments.Select(argument => argument.Of(record))]);
}

internal interface IArgument
{
    object? Of(AvroRecord record);
}

internal sealed class FieldArgument<TMember>(int position, ValueMap<TMember> map) : IArgument
{
    public object? Of(AvroRecord record) => map.Make(record[position]);
}

internal sealed class ConstantArgument(object? value) : IArgument
{
    public object? Of(AvroRecord record) => value;
}
