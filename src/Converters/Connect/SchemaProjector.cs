namespace Registry.Converters.Connect;

/// <summary>Makes a value of one schema a value of another (spec 1.7).</summary>
public static class SchemaProjector
{
    /// <exception cref="SchemaProjectorException">The schemas do not fit, or a value that the target needs is missing.</exception>
    public static ConnectValue Project(ConnectSchema source, ConnectValue record, ConnectSchema target)
    {
        CheckCompatible(source, target);
        if (source.IsOptional && !target.IsOptional)
        {
            if (target.DefaultValue.IsNull)
                throw new SchemaProjectorException("Writer schema is optional, however, target schema does not provide a default value.");
            return record.IsNull ? target.DefaultValue : ProjectRequired(source, record, target);
        }
        return record.IsNull ? default : ProjectRequired(source, record, target);
    }

    private static void CheckCompatible(ConnectSchema source, ConnectSchema target)
    {
        if (source.Type != target.Type && !IsPromotable(source.Type, target.Type))
            throw new SchemaProjectorException($"Schema type mismatch. source type: {source.Type.UpperCaseWord()} and target type: {target.Type.UpperCaseWord()}");
        if (source.Name != target.Name)
            throw new SchemaProjectorException($"Schema name mismatch. source name: {source.Name} and target name: {target.Name}");
        if (!HasSame(source.Parameters, target.Parameters))
            throw new SchemaProjectorException("Schema parameters not equal. source parameters and target parameters differ");
    }

    private static bool IsPromotable(ConnectType from, ConnectType to) => from < to && to <= ConnectType.Float64;

    private static bool HasSame(IReadOnlyDictionary<string, string>? left, IReadOnlyDictionary<string, string>? right)
    {
        if (left is null || right is null)
            return left is null && right is null;
        return left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var value) && value == pair.Value);
    }

    private static ConnectValue ProjectRequired(ConnectSchema source, in ConnectValue record, ConnectSchema target) => target.Type switch
    {
        ConnectType.Struct => ProjectStruct(source, record.AsStruct(), target),
        ConnectType.Array => ProjectArray(source, record, target),
        ConnectType.Map => ProjectMap(source, record, target),
        ConnectType.Int8 or ConnectType.Int16 or ConnectType.Int32 or ConnectType.Int64 or ConnectType.Float32 or ConnectType.Float64 => Promote(record, target.Type),
        _ => record,
    };

    private static ConnectValue Promote(in ConnectValue record, ConnectType target) => record.Kind is < ConnectValueKind.Int8 or > ConnectValueKind.Float64
        ? record
        : target switch
        {
            ConnectType.Int8 => ConnectValue.Of((sbyte)ValueCasts.ToInt64(record)),
            ConnectType.Int16 => ConnectValue.Of((short)ValueCasts.ToInt64(record)),
            ConnectType.Int32 => ConnectValue.Of((int)ValueCasts.ToInt64(record)),
            ConnectType.Int64 => ConnectValue.Of(ValueCasts.ToInt64(record)),
            ConnectType.Float32 => ConnectValue.Of((float)ValueCasts.ToDouble(record)),
            _ => ConnectValue.Of(ValueCasts.ToDouble(record)),
        };

    private static ConnectValue ProjectStruct(ConnectSchema source, Struct record, ConnectSchema target)
    {
        var projected = new Struct(target);
        foreach (var field in target.Fields)
        {
            if (source.TryGetField(field.Name, out var from))
                projected.Put(field, ProjectField(from, record.Get(from), field));
            else if (!field.Schema.DefaultValue.IsNull)
                projected.Put(field, field.Schema.DefaultValue);
            else if (!field.Schema.IsOptional)
                throw new SchemaProjectorException($"Required field `{field.Name}` is missing from source schema: {source}");
        }
        return projected;
    }

    private static ConnectValue ProjectField(ConnectField source, in ConnectValue value, ConnectField target)
    {
        try
        {
            return Project(source.Schema, value, target.Schema);
        }
        catch (SchemaProjectorException e)
        {
            throw new SchemaProjectorException($"Error projecting {source.Name}", e);
        }
    }

    private static ConnectValue ProjectArray(ConnectSchema source, in ConnectValue record, ConnectSchema target)
    {
        var elements = record.AsArray();
        var projected = new ConnectValue[elements.Length];
        for (var at = 0; at < projected.Length; at++)
            projected[at] = Project(source.ValueSchema!, elements[at], target.ValueSchema!);
        return projected;
    }

    private static ConnectValue ProjectMap(ConnectSchema source, in ConnectValue record, ConnectSchema target)
    {
        var entries = record.AsMap().Entries;
        var projected = new KeyValuePair<ConnectValue, ConnectValue>[entries.Length];
        for (var at = 0; at < projected.Length; at++)
            projected[at] = new(Project(source.KeySchema!, entries[at].Key, target.KeySchema!), Project(source.ValueSchema!, entries[at].Value, target.ValueSchema!));
        return new ConnectMap(projected);
    }
}
