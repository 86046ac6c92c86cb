using System.Globalization;

namespace Registry.Converters.Connect;

/// <summary>Texts of dates, times and timestamps, read as leniently as the reference does: the 45th of a 13th month rolls over.</summary>
internal static class TemporalText
{
    private const int TimeLength = 13;
    private const int DateLength = 10;
    private const int TimestampLength = 24;

    public static SchemaAndValue? Parse(string token)
    {
        var text = token.Replace("\\:", ":", StringComparison.Ordinal);
        var rest = text.AsSpan();
        return text.Length switch
        {
            TimeLength when TryReadTime(ref rest, out var time) => new(LogicalType.TimeSchema, ConnectValue.OfDate(time)),
            DateLength when TryReadDate(ref rest, out var date) => new(LogicalType.DateSchema, ConnectValue.OfDate(date)),
            TimestampLength when TryReadDate(ref rest, out var date) && TryTake(ref rest, 'T') && TryReadTime(ref rest, out var time) =>
                new(LogicalType.TimestampSchema, ConnectValue.OfDate(date + time)),
            _ => null,
        };
    }

    private static bool TryReadDate(ref ReadOnlySpan<char> rest, out long milliseconds)
    {
        const int MonthsPerYear = 12;
        milliseconds = 0;
        if (!TryReadNumber(ref rest, out var year) || !TryTake(ref rest, '-') || !TryReadNumber(ref rest, out var month) || !TryTake(ref rest, '-') || !TryReadNumber(ref rest, out var day))
            return false;
        var months = (year * MonthsPerYear) + month - 1;
        if (months / MonthsPerYear is < 1 or > 9998)
            return false;
        var first = new DateTimeOffset((int)(months / MonthsPerYear), (int)(months % MonthsPerYear) + 1, 1, 0, 0, 0, TimeSpan.Zero);
        milliseconds = first.ToUnixTimeMilliseconds() + ((day - 1) * LogicalType.MillisecondsPerDay);
        return true;
    }

    private static bool TryReadTime(ref ReadOnlySpan<char> rest, out long milliseconds)
    {
        const int Minutes = 60, Milliseconds = 1000;
        milliseconds = 0;
        if (!TryReadNumber(ref rest, out var hour) || !TryTake(ref rest, ':') || !TryReadNumber(ref rest, out var minute) || !TryTake(ref rest, ':')
            || !TryReadNumber(ref rest, out var second) || !TryTake(ref rest, '.') || !TryReadNumber(ref rest, out var fraction) || !TryTake(ref rest, 'Z'))
            return false;
        milliseconds = (((((hour * Minutes) + minute) * Minutes) + second) * Milliseconds) + fraction;
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<char> rest, char character)
    {
        if (rest.IsEmpty || rest[0] != character)
            return false;
        rest = rest[1..];
        return true;
    }

    private static bool TryReadNumber(ref ReadOnlySpan<char> rest, out long number)
    {
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        end = end < 0 ? rest.Length : end;
        var read = long.TryParse(rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out number);
        rest = rest[end..];
        return read;
    }
}
