using System.Text.Json;
using System.Text.Json.Serialization;

namespace Registry.Client;

/// <summary>The bodies of requests and answers; made at compile time, so that nothing is looked up by reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SchemaBody))]
[JsonSerializable(typeof(SchemaAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(CompatibilityResult))]
[JsonSerializable(typeof(SubjectConfig))]
[JsonSerializable(typeof(ModeBody))]
[JsonSerializable(typeof(IReadOnlyList<int>))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<SubjectVersion>))]
[JsonSerializable(typeof(IReadOnlyList<ContextId>))]
[JsonSerializable(typeof(IReadOnlyList<AssociationAnswer>))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ApiJson : JsonSerializerContext;
