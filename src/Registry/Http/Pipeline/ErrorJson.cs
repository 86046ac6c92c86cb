using System.Text.Json;
using Registry.Domain;

namespace Registry.Http;

/// <summary>The body of every refusal: exactly these two members, since old clients fail on a third (spec 1.2).</summary>
public static class ErrorJson
{
    public static void Write(Utf8JsonWriter writer, RegistryError error)
    {
        writer.WriteStartObject();
        writer.WriteNumber("error_code", (int)error.Code);
        writer.WriteString("message", error.Message);
        writer.WriteEndObject();
    }
}
