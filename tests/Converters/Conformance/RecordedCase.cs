using System.Text.Json;
using Registry.Converters.Connect;

namespace Registry.Converters.Tests.Conformance;

/// <summary>One recorded case: what was expected of the call, an error included.</summary>
internal static class RecordedCase
{
    /// <param name="check">Makes the call and compares; is told whether an error is expected, and then does not compare.</param>
    public static void Check(JsonElement row, Action<JsonElement, bool> check)
    {
        var expectsError = row.GetProperty("error").GetBoolean();
        var isLenient = row.TryGetProperty("lenient", out _);
        // Of these the conversion passes, and what is written cannot be encoded.
        var isRefusedByEncoder = row.TryGetProperty("wireError", out _);
        try
        {
            check(row, expectsError);
        }
        catch (ConnectException) when (expectsError || isLenient || isRefusedByEncoder)
        {
            return;
        }
        catch (Xunit.Sdk.XunitException) when (isLenient)
        {
            return;
        }
        Assert.True(!expectsError || isLenient, "An error was expected.");
    }
}
