using Registry.Avro.Model;

namespace Registry.Serdes.Avro.Objects;

/// <summary>Points in time, days and times of day. Writing drops what is finer than the schema; a tick is 100 ns.</summary>
internal static class TimeMaps
{
    private const int NanosecondsOfTick = 100;

    private static readonly long s_epoch = DateTime.UnixEpoch.Ticks;
    private static readonly int s_epochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public static object? Find(Type type, AvroSchema schema)
    {
        if (type == typeof(DateTime))
            return OfInstant<DateTime>(schema, it => it.Kind == DateTimeKind.Local ? it.ToUniversalTime().Ticks : it.Ticks, ticks => new DateTime(ticks, DateTimeKind.Utc));
        if (type == typeof(DateTimeOffset))
            return OfInstant<DateTimeOffset>(schema, it => it.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
        if (type == typeof(DateOnly))
            return ScalarMaps.IsLogical(schema, "date") ? OfDate() : null;
        return type == typeof(TimeOnly) ? OfTime(schema) : null;
    }

    private static ScalarMap<T>? OfInstant<T>(AvroSchema schema, Func<T, long> ticksOf, Func<long, T> of) => schema.LogicalType?.Name switch
    {
        "timestamp-millis" or "local-timestamp-millis" => InUnits(TimeSpan.TicksPerMillisecond, ticksOf, of),
        "timestamp-micros" or "local-timestamp-micros" => InUnits(TimeSpan.TicksPerMicrosecond, ticksOf, of),
        "timestamp-nanos" or "local-timestamp-nanos" => new(
            (ref writer, value) => ScalarMaps.Written(ref writer, checked((ticksOf(value) - s_epoch) * NanosecondsOfTick), static (ref w, v) => w.WriteLong(v)),
            (in value) => of(FloorDivide(value.AsLong(), NanosecondsOfTick) + s_epoch)),
        _ => null,
    };

    private static ScalarMap<T> InUnits<T>(long ticks, Func<T, long> ticksOf, Func<long, T> of) => new(
        (ref writer, value) => ScalarMaps.Written(ref writer, FloorDivide(ticksOf(value) - s_epoch, ticks), static (ref w, v) => w.WriteLong(v)),
        (in value) => of(checked((value.AsLong() * ticks) + s_epoch)));

    private static ScalarMap<DateOnly> OfDate() => new(
        static (ref writer, value) => ScalarMaps.Written(ref writer, value.DayNumber - s_epochDay, static (ref w, v) => w.WriteInt(v)),
        static (in value) => DateOnly.FromDayNumber(checked(value.AsInt() + s_epochDay)));

    private static ScalarMap<TimeOnly>? OfTime(AvroSchema schema) => schema.LogicalType?.Name switch
    {
        "time-millis" => new(
            static (ref writer, value) => ScalarMaps.Written(ref writer, (int)(value.Ticks / TimeSpan.TicksPerMillisecond), static (ref w, v) => w.WriteInt(v)),
            static (in value) => new TimeOnly(value.AsInt() * TimeSpan.TicksPerMillisecond)),
        "time-micros" => new(
            static (ref writer, value) => ScalarMaps.Written(ref writer, value.Ticks / TimeSpan.TicksPerMicrosecond, static (ref w, v) => w.WriteLong(v)),
            static (in value) => new TimeOnly(checked(value.AsLong() * TimeSpan.TicksPerMicrosecond))),
        _ => null,
    };

    private static long FloorDivide(long value, long by) => (value / by) - (value % by < 0 ? 1 : 0);
}
