using System.Text;
using System.Text.Json;

namespace Registry.Benchmarks.Load;

/// <summary>Requests as bytes, and the schemas in them: Avro records of about 1.2 KB, each its own.</summary>
public static class Requests
{
    public static string Subject(int number) => $"orders-{number:D6}-value";

    public static string Schema(int number)
    {
        var fields = string.Join(',', Enumerable.Range(0, 12).Select(i => $$"""{"name":"attribute_number_{{i}}","type":["null","string"],"default":null}"""));
        return $$"""{"type":"record","name":"Order{{number:D6}}","namespace":"com.example.shop.orders","doc":"An order as the shop sends it.","fields":[{"name":"id","type":"long"},{{fields}}]}""";
    }

    public static byte[] Get(string path) => Encoding.UTF8.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");

    public static byte[] Lookup(int number) => Post($"/subjects/{Subject(number)}", Schema(number));

    public static byte[] Register(int number) => Post($"/subjects/{Subject(number)}/versions", Schema(number));

    private static byte[] Post(string path, string schema)
    {
        var body = $$"""{"schema":"{{JsonEncodedText.Encode(schema)}}"}""";
        return Encoding.UTF8.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/vnd.schemaregistry.v1+json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }
}
