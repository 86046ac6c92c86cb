using Registry.Avro.Model;
using Registry.Converters.Connect;
using LogicalType = Registry.Converters.Connect.LogicalType;

namespace Registry.Converters.Avro.Writing;

/// <summary>
/// Compiles how values of a schema of Connect become data of a schema of Avro: the one that it was converted to, or another that the
/// registry says; then fields are found by name, and numbers may only widen (spec 3.3, 3.6).
/// </summary>
internal sealed class ConnectWriters
{
    private readonly AvroDataOptions _options;
    private readonly Dictionary<(ConnectSchema, RecordSchema), StructWriter> _structs = [];

    private ConnectWriters(AvroDataOptions options) => _options = options;

    /// <exception cref="DataException">No value of the one can be data of the other.</exception>
    public static ConnectWriter Compile(ConnectSchema schema, AvroSchema target, AvroDataOptions options) => new ConnectWriters(options).For(schema, target);

    private ConnectWriter For(ConnectSchema schema, AvroSchema target)
    {
        if (schema.IsUnion())
            return ForUnion(schema, target);
        if (target is not UnionSchema union)
            return ForRequired(schema, target);
        var branch = BranchFor(schema, union);
        return new OptionalWriter(ForRequired(schema, union.Branches[branch]), branch, NullBranch(union), schema.IsOptional);
    }

    private UnionWriter ForUnion(ConnectSchema schema, AvroSchema target)
    {
        if (target is not UnionSchema union)
            throw Misfit(schema, target);
        var numbers = Enumerable.Range(0, union.Branches.Count).Where(at => union.Branches[at].Kind != AvroKind.Null).ToArray();
        var fields = schema.Fields;
        // Its own union has the fields as branches, in their order.
        var isOwn = numbers.Length == fields.Count && fields.All(field => Fits(field.Schema, union.Branches[numbers[field.Index]]));
        var branches = fields.Select(field =>
        {
            var branch = isOwn ? numbers[field.Index] : BranchFor(field.Schema, union);
            return (ForRequired(field.Schema, union.Branches[branch]), branch);
        });
        return new UnionWriter(schema, [.. branches], NullBranch(union));
    }

    private static int NullBranch(UnionSchema union)
    {
        for (var at = 0; at < union.Branches.Count; at++)
        {
            if (union.Branches[at].Kind == AvroKind.Null)
                return at;
        }
        return -1;
    }

    private int BranchFor(ConnectSchema schema, UnionSchema union)
    {
        var fitting = -1;
        for (var at = 0; at < union.Branches.Count; at++)
        {
            if (!Fits(schema, union.Branches[at]))
                continue;
            if (IsNamedAs(schema, union.Branches[at]))
                return at;
            fitting = fitting < 0 ? at : fitting;
        }
        return fitting >= 0 ? fitting : throw new DataException($"{schema} is no branch of the union {string.Join(", ", union.Branches)}");
    }

    private bool IsNamedAs(ConnectSchema schema, AvroSchema branch) =>
        branch is not NamedSchema named || named.Name.Full == (branch is EnumSchema ? schema.Parameter(_options.EnumParameter) : schema.Name);

    private bool Fits(ConnectSchema schema, AvroSchema target) => schema.Type switch
    {
        ConnectType.Int8 or ConnectType.Int16 or ConnectType.Int32 => target.Kind is AvroKind.Int or AvroKind.Long or AvroKind.Float or AvroKind.Double,
        ConnectType.Int64 => target.Kind is AvroKind.Long or AvroKind.Float or AvroKind.Double,
        ConnectType.Float32 => target.Kind is AvroKind.Float or AvroKind.Double,
        ConnectType.Float64 => target.Kind == AvroKind.Double,
        ConnectType.Boolean => target.Kind == AvroKind.Boolean,
        ConnectType.String => schema.IsEnum(_options) ? target.Kind is AvroKind.Enum or AvroKind.String : target.Kind is AvroKind.String or AvroKind.Enum,
        ConnectType.Bytes => schema.IsFixed() ? target is FixedSchema { Size: var size } && size == schema.FixedSize() : target.Kind is AvroKind.Bytes or AvroKind.Fixed,
        ConnectType.Array => target.Kind == AvroKind.Array,
        ConnectType.Map => target.Kind == AvroKind.Map || target is ArraySchema { Items: RecordSchema },
        _ => target.Kind == AvroKind.Record,
    };

    private ConnectWriter ForRequired(ConnectSchema schema, AvroSchema target)
    {
        if (!Fits(schema, target))
            throw Misfit(schema, target);
        if (schema.Name is { } name && LogicalType.Kind(name) is { } logical)
            return logical == ConnectValueKind.Decimal ? new DecimalWriter(schema, target) : new DateWriter(name);
        return (schema.Type, target) switch
        {
            (<= ConnectType.Int64, { Kind: AvroKind.Int or AvroKind.Long }) => new IntegerWriter(schema.Type),
            (<= ConnectType.Float64, _) => new RealWriter(schema.Type, target.Kind),
            (ConnectType.Boolean, _) => new BooleanWriter(),
            (_, EnumSchema @enum) => new EnumWriter(@enum),
            (ConnectType.String, _) => new StringWriter(),
            (_, FixedSchema @fixed) => new FixedWriter(@fixed),
            (ConnectType.Bytes, _) => new BytesWriter(),
            (ConnectType.Array, ArraySchema array) => new ArrayWriter(For(schema.ValueSchema!, array.Items)),
            (ConnectType.Map, MapSchema map) => new MapWriter(For(schema.ValueSchema!, map.Values)),
            (ConnectType.Map, ArraySchema { Items: RecordSchema entry }) => ForEntries(schema, entry),
            (_, RecordSchema record) => ForStruct(schema, record),
            _ => throw Misfit(schema, target),
        };
    }

    private static DataException Misfit(ConnectSchema schema, AvroSchema target) => new($"Values of {schema} cannot be written as {target}");

    private EntriesWriter ForEntries(ConnectSchema map, RecordSchema entry) => entry.Fields is [{ Name: AvroWords.Key } key, { Name: AvroWords.Value } value]
        ? new EntriesWriter(For(map.KeySchema!, key.Schema), For(map.ValueSchema!, value.Schema))
        : throw Misfit(map, entry);

    private StructWriter ForStruct(ConnectSchema schema, RecordSchema record)
    {
        var target = schema.Target;
        if (_structs.TryGetValue((target, record), out var known))
            return known;
        var writer = _structs[(target, record)] = new StructWriter(target);
        writer.Fields = [.. record.Fields.Select(field => ForField(target, record, field))];
        return writer;
    }

    private FieldWriter ForField(ConnectSchema schema, RecordSchema record, RecordField field)
    {
        var own = schema.Fields.FirstOrDefault(candidate => NameOf(candidate) == field.Name)
            ?? throw new DataException($"The schema {schema} has no field {field.Name}, which {record.Name} has");
        var @default = _options.IgnoreDefaultForNullables ? default : own.Schema.DefaultValue;
        return new FieldWriter(own.Index, @default, For(own.Schema, field.Schema));
    }

    private string NameOf(ConnectField field) => _options.ScrubInvalidNames ? NameScrubbing.Scrub(field.Name) : field.Name;
}
