namespace Registry.Converters.Connect;

/// <summary>Casts of values to a type (spec 1.8), as transformations and the text parser use them.</summary>
public static class ValueCasts
{
    /// <summary>The value as one of the target's type and logical type. Integers keep their lowest bits, floating point numbers lose their fraction.</summary>
    /// <param name="source">The schema of the value, if known: it tells dates, times and timestamps apart.</param>
    /// <exception cref="DataException">There is no such cast, or the text is not what the target needs.</exception>
    public static ConnectValue Cast(ConnectSchema target, ConnectSchema? source, ConnectValue value)
    {
        if (value.IsNull)
            return target.IsOptional ? default : throw new DataException("Unable to convert a null value to a schema that requires a value");
        return target.Type switch
        {
            ConnectType.Int8 => value.Kind == ConnectValueKind.Int8 ? value : (sbyte)ToInt64(value, source),
            ConnectType.Int16 => value.Kind == ConnectValueKind.Int16 ? value : (short)ToInt64(value, source),
            ConnectType.Int32 => ToInt32(target, source, value),
            ConnectType.Int64 => target.Name == LogicalType.Timestamp ? ToTimestamp(source, value) : ToInt64(value, source),
            ConnectType.Float32 => value.Kind == ConnectValueKind.Float32 ? value : value.Kind is ConnectValueKind.String or ConnectValueKind.Decimal && NumberOf(value) is { } number ? ConnectValue.Of(number.ToFloat()) : ConnectValue.Of((float)ToDouble(value, source)),
            ConnectType.Float64 => value.Kind == ConnectValueKind.Float64 ? value : ToDouble(value, source),
            ConnectType.Boolean => ToBoolean(source, value),
            ConnectType.String => ValueText.Of(value),
            ConnectType.Bytes => ToBytes(target, value),
            ConnectType.Array => Parsed(value) is { Kind: ConnectValueKind.Array } array ? array : throw Impossible(value, target),
            ConnectType.Map => Parsed(value) is { Kind: ConnectValueKind.Map } map ? map : throw Impossible(value, target),
            _ => value.Kind == ConnectValueKind.Struct ? value : throw Impossible(value, target),
        };
    }

    /// <summary>A number as an integer, saturated as Java does from floating point.</summary>
    internal static long ToInt64(in ConnectValue value, ConnectSchema? source = null)
    {
        switch (value.Kind)
        {
            case >= ConnectValueKind.Int8 and <= ConnectValueKind.Int64:
                return value.AsInt64();
            case ConnectValueKind.Float32:
                return Saturated(value.AsFloat32());
            case ConnectValueKind.Float64:
                return Saturated(value.AsFloat64());
            case ConnectValueKind.Decimal or ConnectValueKind.String when NumberOf(value) is { } number:
                return number.ToInt64();
            case ConnectValueKind.Date when source?.Name == LogicalType.Date:
                return LogicalType.DaysOf(value.AsInt64());
            case ConnectValueKind.Date when source?.Name == LogicalType.Time:
                return LogicalType.MillisecondsOf(value.AsInt64());
            case ConnectValueKind.Date when source?.Name == LogicalType.Timestamp:
                return value.AsInt64();
            case ConnectValueKind.Foreign when value.ToObject() is System.Numerics.BigInteger integer:
                return (long)(ulong)(integer & ulong.MaxValue);
            default:
                throw new DataException($"Unable to convert {value} ({value.ClassName}) to {source?.ToString() ?? "a number"}");
        }
    }

    internal static double ToDouble(in ConnectValue value, ConnectSchema? source = null) => value.Kind switch
    {
        ConnectValueKind.Float32 => value.AsFloat32(),
        ConnectValueKind.Float64 => value.AsFloat64(),
        ConnectValueKind.Decimal or ConnectValueKind.String when NumberOf(value) is { } number => number.ToDouble(),
        ConnectValueKind.Foreign when value.ToObject() is System.Numerics.BigInteger integer => (double)integer,
        _ => ToInt64(value, source),
    };

    private static long Saturated(double value) => double.IsNaN(value) ? 0 : value >= long.MaxValue ? long.MaxValue : value <= long.MinValue ? long.MinValue : (long)value;

    private static ConnectDecimal? NumberOf(in ConnectValue value)
    {
        if (value.Kind == ConnectValueKind.Decimal)
            return value.AsDecimal();
        return ConnectDecimal.TryParse(value.AsString(), out var number) ? number : null;
    }

    private static ConnectValue ToInt32(ConnectSchema target, ConnectSchema? source, in ConnectValue value) => target.Name switch
    {
        LogicalType.Date => ToDate(source, Parsed(value)),
        LogicalType.Time => ToTime(source, Parsed(value)),
        _ => (int)ToInt64(value, source),
    };

    private static ConnectValue ToDate(ConnectSchema? source, in ConnectValue value)
    {
        if (value.Kind == ConnectValueKind.Date && (source is null || source.Name == LogicalType.Date))
            return value;
        return value.Kind == ConnectValueKind.Date && source?.Name == LogicalType.Timestamp
            ? LogicalType.DateOf((int)(value.AsInt64() / LogicalType.MillisecondsPerDay))
            : LogicalType.DateOf((int)ToInt64(value, source));
    }

    private static ConnectValue ToTime(ConnectSchema? source, in ConnectValue value)
    {
        if (value.Kind == ConnectValueKind.Date && (source is null || source.Name == LogicalType.Time))
            return value;
        if (value.Kind != ConnectValueKind.Date || source?.Name != LogicalType.Timestamp)
            return LogicalType.TimeOf((int)ToInt64(value, source));
        var timeOfDay = value.AsInt64() % LogicalType.MillisecondsPerDay;
        return LogicalType.TimeOf((int)(timeOfDay < 0 ? timeOfDay + LogicalType.MillisecondsPerDay : timeOfDay));
    }

    private static ConnectValue ToTimestamp(ConnectSchema? source, in ConnectValue given)
    {
        var value = Parsed(given);
        if (value.Kind != ConnectValueKind.Date)
            return ConnectValue.OfDate(ToInt64(value, source));
        return source?.Name switch
        {
            LogicalType.Date => LogicalType.DateOf(LogicalType.DaysOf(value.AsInt64())),
            LogicalType.Time => ConnectValue.OfDate(LogicalType.MillisecondsOf(value.AsInt64())),
            _ when source is null || source.Name == LogicalType.Timestamp => value,
            _ => ConnectValue.OfDate(ToInt64(value, source)),
        };
    }

    private static ConnectValue ToBoolean(ConnectSchema? source, in ConnectValue value)
    {
        if (value.Kind == ConnectValueKind.Boolean)
            return value;
        return Parsed(value) is { Kind: ConnectValueKind.Boolean } parsed ? parsed : ToInt64(value, source) != 0;
    }

    private static ConnectValue ToBytes(ConnectSchema target, in ConnectValue value)
    {
        var wantsDecimal = target.Name == LogicalType.Decimal;
        return value.Kind switch
        {
            ConnectValueKind.Bytes => wantsDecimal ? LogicalType.DecimalOf(target, value.AsBytes()) : value,
            ConnectValueKind.Decimal => wantsDecimal ? value : LogicalType.BytesOf(target, value.AsDecimal()),
            // As Java: by way of the text of the double.
            >= ConnectValueKind.Int8 and <= ConnectValueKind.Float64 when wantsDecimal =>
                ConnectDecimal.TryParse(Schemas.Json.JavaNumber.Format(ToDouble(value)), out var number) ? number : throw Impossible(value, target),
            ConnectValueKind.String when wantsDecimal =>
                ConnectDecimal.TryParse(value.AsString(), out var number) ? number : throw Impossible(value, target),
            _ => throw Impossible(value, target),
        };
    }

    private static ConnectValue Parsed(in ConnectValue value) => value.Kind == ConnectValueKind.String ? ValueParser.Parse(value.AsString()).Value : value;

    private static DataException Impossible(in ConnectValue value, ConnectSchema target) => new($"Unable to convert {value} ({value.ClassName}) to {target}");
}
