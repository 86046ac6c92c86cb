using System.Globalization;
using System.Runtime.CompilerServices;
using Registry.Avro.Model;
using Registry.Converters.Connect;
using Registry.Schemas.Json;
using LogicalType = Registry.Converters.Connect.LogicalType;

namespace Registry.Converters.Avro;

/// <summary>One conversion of a schema of Avro to one of Connect (spec 3.4).</summary>
internal sealed class AvroToConnect
{
    private readonly AvroDataOptions _options;
    private readonly SchemaDetails _details;
    private readonly Dictionary<RecordSchema, StructReference> _enclosing = [];
    private int _unions;

    private AvroToConnect(AvroDataOptions options) => (_options, _details) = (options, new SchemaDetails(options));

    /// <summary>The schema; null of <see cref="AnythingSchema"/>, whose values have none.</summary>
    /// <param name="version">That the registry gives it; null when that is not known.</param>
    /// <exception cref="DataException">Connect has no such schema.</exception>
    public static ConnectSchema? Convert(AvroSchema schema, int? version, AvroDataOptions options) =>
        AnythingSchema.Is(schema) ? null : new AvroToConnect(options).Of(schema, new SchemaUse { Version = version });

    private ConnectSchema Of(AvroSchema schema, SchemaUse use)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (schema is RecordSchema record && _enclosing.TryGetValue(record, out var itself))
            return ConnectSchema.ReferTo(itself, use.IsOptional);
        if (schema is UnionSchema union && FlattenedBranch(union) is { } branch)
            return Of(branch, union.Branches.Count == 1 ? use : use with { IsOptional = true, Default = null, Version = null });
        var reference = schema is RecordSchema enclosing ? _enclosing[enclosing] = new StructReference() : null;
        var builder = BuilderOf(schema, ref use);
        if (reference is not null)
            _enclosing.Remove((RecordSchema)schema);
        _details.AddTo(builder, schema, use);
        if (use.IsOptional)
            builder.Optional();
        var built = builder.Build();
        if (reference is not null)
            reference.Target = built;
        return built;
    }

    // What is read as one of its branches: the only one, or the one beside null.
    private AvroSchema? FlattenedBranch(UnionSchema union) => union.Branches switch
    {
        [var only] when _options.FlattenSingletonUnions => only,
        [{ Kind: AvroKind.Null }, { Kind: not AvroKind.Null } other] => other,
        [{ Kind: not AvroKind.Null } other, { Kind: AvroKind.Null }] => other,
        _ => null,
    };

    private SchemaBuilder BuilderOf(AvroSchema schema, ref SchemaUse use)
    {
        switch (schema)
        {
            case UnionSchema union:
                use = use with { IsOptional = use.IsOptional || union.Branches.Any(branch => branch.Kind == AvroKind.Null) };
                return UnionBuilder(union);
            case RecordSchema record:
                return RecordBuilder(record);
            case EnumSchema @enum:
                return EnumBuilder(@enum);
            case ArraySchema array:
                return ArrayBuilder(array);
            case MapSchema map:
                return SchemaBuilder.Map(ConnectSchema.String, Of(map.Values, default));
            case { Kind: AvroKind.Bytes or AvroKind.Fixed }:
                return BytesBuilder(schema);
            case { Kind: AvroKind.Null }:
                throw new DataException("Standalone null schemas are not supported by this converter");
            default:
                return ScalarBuilder(schema);
        }
    }

    private static SchemaBuilder ScalarBuilder(AvroSchema schema) => schema.Kind switch
    {
        AvroKind.Boolean => new(ConnectType.Boolean),
        AvroKind.Float => new(ConnectType.Float32),
        AvroKind.Double => new(ConnectType.Float64),
        AvroKind.String => new(ConnectType.String),
        AvroKind.Long => HasLogicalType(schema, "timestamp-millis") ? LogicalType.TimestampBuilder() : new(ConnectType.Int64),
        _ => IntBuilder(schema),
    };

    private static SchemaBuilder IntBuilder(AvroSchema schema)
    {
        if (HasLogicalType(schema, "date"))
            return LogicalType.DateBuilder();
        if (HasLogicalType(schema, "time-millis"))
            return LogicalType.TimeBuilder();
        var type = schema.Property(AvroWords.Type);
        if (type is null || schema.Property(LogicalTypes.Property) is JsonString)
            return new(ConnectType.Int32);
        return (type as JsonString)?.Value.ToUpperInvariant() switch
        {
            "INT8" => new(ConnectType.Int8),
            "INT16" => new(ConnectType.Int16),
            _ => throw new DataException("Connect type annotation for Avro int field is null"),
        };
    }

    internal static bool HasLogicalType(AvroSchema schema, string name) =>
        schema.Property(LogicalTypes.Property) is JsonString logical && logical.Value.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static SchemaBuilder BytesBuilder(AvroSchema schema)
    {
        SchemaBuilder builder;
        if (HasLogicalType(schema, LogicalTypes.DecimalName))
        {
            builder = LogicalType.DecimalBuilder(schema.Property(LogicalTypes.Scale) is JsonNumber scale ? TypeNumbers.Int32(scale) : 0);
            if (schema.Property(LogicalTypes.Precision) is { } precision)
                AddPrecision(builder, precision);
        }
        else
        {
            builder = new SchemaBuilder(ConnectType.Bytes);
        }
        if (schema is FixedSchema { Size: var size })
            builder.Parameter(AvroWords.FixedSize, size.ToString(CultureInfo.InvariantCulture));
        return builder;
    }

    private static void AddPrecision(SchemaBuilder builder, JsonValue precision)
    {
        if (precision is not JsonNumber number)
            throw new DataException($"{LogicalTypes.Precision} property must be a JSON Integer.");
        var digits = TypeNumbers.Int32(number);
        if (digits != AvroWords.DefaultPrecision)
            builder.Parameter(AvroWords.DecimalPrecision, digits.ToString(CultureInfo.InvariantCulture));
    }

    private SchemaBuilder EnumBuilder(EnumSchema schema)
    {
        var builder = new SchemaBuilder(ConnectType.String);
        if (_options is { ConnectMetaData: true, DiscardTypeDocDefault: true })
            AddText(builder, AvroWords.DiscardedEnumDoc, schema.Doc);
        if (_options is { ConnectMetaData: true, DiscardTypeDocDefault: false })
        {
            AddText(builder, AvroWords.EnumDocPrefix + schema.Name.Simple, schema.Doc);
            AddText(builder, AvroWords.EnumDefaultPrefix + schema.Name.Simple, schema.Default);
        }
        var parameter = _options.EnumParameter;
        builder.Parameter(parameter, schema.Name.Full);
        for (var ordinal = 0; ordinal < schema.Symbols.Count; ordinal++)
            builder.Parameter($"{parameter}.{schema.Symbols[ordinal]}", _options.GeneralizedSumTypeSupport ? ordinal.ToString(CultureInfo.InvariantCulture) : schema.Symbols[ordinal]);
        return builder;
    }

    private SchemaBuilder ArrayBuilder(ArraySchema array)
    {
        if (array.Items is not RecordSchema entry || !IsMapEntry(entry))
            return SchemaBuilder.Array(Of(array.Items, default));
        if (entry.Fields.Count != 2 || !entry.TryGetField(AvroWords.Key, out var key) || !entry.TryGetField(AvroWords.Value, out var value))
            throw new DataException("Found map encoded as array of key-value pairs, but array elements do not match the expected format.");
        return SchemaBuilder.Map(Of(key.Schema, default), Of(value.Schema, default));
    }

    internal static bool IsMapEntry(RecordSchema record) =>
        record.Name.Full == AvroWords.MapEntryName || (record.Property(AvroWords.InternalType) is JsonString type && type.Value == AvroWords.MapEntry);

    private SchemaBuilder RecordBuilder(RecordSchema record)
    {
        if (HasLogicalType(record, "variant"))
            return LogicalType.VariantBuilder();
        var builder = SchemaBuilder.Struct();
        if (_options is { ConnectMetaData: true, DiscardTypeDocDefault: false })
            AddText(builder, AvroWords.RecordDoc, record.Doc);
        foreach (var field in record.Fields)
        {
            if (_options is { ConnectMetaData: true, DiscardTypeDocDefault: false })
                AddText(builder, AvroWords.FieldDocPrefix + field.Name, field.Doc);
            builder.Field(field.Name, Of(field.Schema, new SchemaUse { Default = field.Default, Field = field }));
        }
        return builder;
    }

    private SchemaBuilder UnionBuilder(UnionSchema union)
    {
        var builder = SchemaBuilder.Struct();
        if (_options.GeneralizedSumTypeSupport)
        {
            var name = AvroWords.GeneralUnionName + (_unions++).ToString(CultureInfo.InvariantCulture);
            builder.Name(name).Parameter(AvroWords.GeneralUnion, name);
        }
        else
        {
            builder.Name(AvroWords.Union);
        }
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < union.Branches.Count; at++)
        {
            if (union.Branches[at].Kind == AvroKind.Null)
                continue;
            var name = FieldOf(union.Branches[at], at);
            if (!names.Add(name))
                throw new DataException("Multiple union schemas map to the Connect union field name");
            builder.Field(name, Of(union.Branches[at], new SchemaUse { IsOptional = true }));
        }
        return builder;
    }

    private string FieldOf(AvroSchema branch, int position)
    {
        if (_options.GeneralizedSumTypeSupport)
            return AvroWords.GeneralUnionField + position.ToString(CultureInfo.InvariantCulture);
        return branch is NamedSchema type && !_options.EnhancedSchemaSupport ? type.Name.Simple : branch.BranchName;
    }

    private static void AddText(SchemaBuilder builder, string name, string? text)
    {
        if (text is not null)
            builder.Parameter(name, text);
    }
}

/// <summary>What the place where a schema is used adds to it.</summary>
internal readonly record struct SchemaUse
{
    /// <summary>Of a top-level schema.</summary>
    public int? Version { get; init; }

    public bool IsOptional { get; init; }

    /// <summary>The default of the field that uses it.</summary>
    public JsonValue? Default { get; init; }

    /// <summary>The field that uses it, be it as a branch of the field's union.</summary>
    public RecordField? Field { get; init; }
}
