namespace Registry.Converters.Connect;

/// <summary>A number's text as a value of the smallest type that holds it (spec 1.8).</summary>
internal static class NumberText
{
    public static SchemaAndValue? Parse(string token)
    {
        if (!ConnectDecimal.TryParse(token, out var number))
            return null;
        if (number.TryGetInteger(out var integer) && integer >= long.MinValue && integer <= long.MaxValue)
            return OfInteger((long)integer);
        // A whole number without an exponent keeps all of its digits; of others the nearest float will do.
        if (number.Scale != 0)
        {
            if (float.IsFinite(number.ToFloat()))
                return new(ConnectSchema.Float32, number.ToFloat());
            if (double.IsFinite(number.ToDouble()))
                return new(ConnectSchema.Float64, number.ToDouble());
        }
        return new(LogicalType.DecimalBuilder(number.Scale).Build(), number);
    }

    private static SchemaAndValue OfInteger(long integer) => integer switch
    {
        >= sbyte.MinValue and <= sbyte.MaxValue => new(ConnectSchema.Int8, (sbyte)integer),
        >= short.MinValue and <= short.MaxValue => new(ConnectSchema.Int16, (short)integer),
        >= int.MinValue and <= int.MaxValue => new(ConnectSchema.Int32, (int)integer),
        _ => new(ConnectSchema.Int64, integer),
    };
}
