using Registry.Avro.Model;
using Registry.Schemas;
using Registry.Schemas.Json;

namespace Registry.Avro.Parsing;

/// <summary>What would have been right: the second half of an error, which the reference does not tell. Each for one kind of mistake.</summary>
internal static class Expected
{
    public const string Json = "An Avro schema is JSON: a word alone stands in quotes. A schema of another format is registered with its \"schemaType\".";
    public const string Schema = "A schema is the name of a type in quotes, an object with a \"type\", or an array of schemas, which is a union.";
    public const string Name = "A name has letters, digits and _ only and does not begin with a digit.";
    public const string NameOfType = "A record, enum or fixed has a \"name\", which is a text.";
    public const string NoPrimitiveName = "Choose another name, or give the type a namespace.";
    public const string Fields = "A record has \"fields\", an array of objects with \"name\" and \"type\"; it may be empty.";
    public const string Field = "A field is an object with a \"name\", which is a text, and a \"type\".";
    public const string Symbols = "An enum has \"symbols\", an array of names.";
    public const string EnumDefault = "The default of an enum is one of its symbols.";
    public const string Size = "A fixed has a \"size\", the number of its bytes: an integer from 0, without quotes.";
    public const string Aliases = "Aliases are an array of texts.";
    public const string Redefinition = "A name is defined once in a schema and its references: use it by name after that, or give this type another name.";
    public const string NestedUnion = "A union holds no union: put the inner branches into the outer one.";
    public const string DistinctBranches = "A union has at most one array, one map and one of each primitive type, whatever their logical types; others differ in their names.";
    public const string DistinctFields = "Each field of a record has a name of its own.";
    public const string DistinctSymbols = "Each symbol stands once.";
    public const string NumberText = "The default of a float or double is a number, or one of the texts \"NaN\", \"Infinity\" and \"-Infinity\".";
    public const string SmallerInteger = "An integer in a property of a record, array or map has at most 64 bits, or Java clients could not read the schema; a longer one can be a text.";
    public const string FinishedRecord = "Define the type before this field, or leave out the default.";

    // A schema may define very many types.
    private const int MostCompared = 1000;

    private static readonly Dictionary<string, string> s_otherWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["integer"] = "int", ["short"] = "int", ["byte"] = "int", ["int32"] = "int", ["int64"] = "long", ["bigint"] = "long", ["bool"] = "boolean",
        ["text"] = "string", ["varchar"] = "string", ["str"] = "string", ["number"] = "double", ["binary"] = "bytes", ["list"] = "array",
    };

    /// <summary>Of a schema whose "type" is missing or no word.</summary>
    public static string Type(JsonObject json) => (json["type"], json["schema"]) switch
    {
        (JsonObject or JsonArray, _) => "The \"type\" of a schema is a word. What stands here is a schema of its own: put it in the place of the whole object.",
        (null, JsonString) => "What stands here is the body of a request: the schema is what its \"schema\" holds.",
        _ => "A schema that is an object has a \"type\", which is a word such as \"record\".",
    };

    /// <summary>Of a container's part that is missing.</summary>
    public static string Part(JsonObject json, string part, string other) =>
        json[other] is null ? $"It has a schema as its \"{part}\"." : $"It has \"{part}\", not \"{other}\".";

    /// <summary>Of a name that no type has.</summary>
    /// <param name="written">The name as it stands in the text.</param>
    /// <param name="types">Those that are defined.</param>
    public static string TypeOf(string written, IEnumerable<NamedSchema> types)
    {
        if (written.AsSpan().TrimStart() is ['{' or '[' or '"', ..])
            return "What stands here is the text of a schema in quotes: it was turned into a JSON text once too often.";
        var simple = written[(written.LastIndexOf('.') + 1)..];
        if (simple == "object")
            return "In Avro that is a \"record\". A JSON Schema is registered with \"schemaType\": \"JSON\".";
        if (LogicalTypes.PrimitiveOf(simple) is { } primitive)
            return $"{simple} is a logical type: {{\"type\": \"{primitive.Word()}\", \"logicalType\": \"{simple}\"{(simple == LogicalTypes.DecimalName ? ", \"precision\": …, \"scale\": …" : "")}}}.";
        if (s_otherWords.TryGetValue(simple, out var word) || AvroKinds.WordLike(simple) is { } lower && (word = lower) != simple)
            return $"Perhaps \"{word}\" was meant.";
        if (AvroKinds.IsWord(simple))
            return $"A type that is made of more than a word is an object of its own: {{\"type\": \"{simple}\", …}}.";
        return Similar(simple, [.. types.Take(MostCompared)]) ?? "A name is that of a primitive type, or of a type that this schema or one of its references defines.";
    }

    private static string? Similar(string name, IReadOnlyList<NamedSchema> types)
    {
        var closest = ClosestName.Of(name, AvroKinds.Words.Concat(types.Select(type => type.Name.Simple)));
        if (types.FirstOrDefault(type => type.Name.Simple.Equals(closest ?? name, StringComparison.OrdinalIgnoreCase)) is { } type)
            return $"Perhaps {type.Name.Full} was meant.";
        return closest is null ? null : $"Perhaps \"{closest}\" was meant.";
    }

    /// <summary>Of a default that its field cannot have.</summary>
    public static string Default(AvroSchema schema, JsonValue value) => (schema, value) switch
    {
        (_, JsonNull) => "Null is the default of null only, and of unions that have it.",
        (PrimitiveSchema { Kind: AvroKind.Int or AvroKind.Long or AvroKind.Boolean }, JsonString) => "Write it without quotes.",
        (PrimitiveSchema { Kind: AvroKind.String or AvroKind.Bytes }, JsonNumber or JsonBoolean) => "Write it in quotes.",
        (PrimitiveSchema { Kind: AvroKind.Int or AvroKind.Long }, JsonNumber { IsInteger: true }) => $"It is out of the range of {schema.Kind.Word()}.",
        (PrimitiveSchema { Kind: AvroKind.Int or AvroKind.Long }, JsonNumber) => "Write it without a point and without an exponent.",
        (RecordSchema, JsonObject) => "It has a fitting value for each field that has no fitting default of its own.",
        (UnionSchema, _) => "It fits one of the union's branches.",
        _ => $"A default of {schema.Kind.Word()} is {Form(schema.Kind)}.",
    };

    private static string Form(AvroKind kind) => kind switch
    {
        AvroKind.Null => "null",
        AvroKind.Boolean => "true or false",
        AvroKind.Int or AvroKind.Long => "an integer",
        AvroKind.Float or AvroKind.Double => "a number",
        AvroKind.Array => "an array, each item a default of its type",
        AvroKind.Map => "an object, each value a default of its type",
        AvroKind.Record => "an object",
        _ => "a text",
    };
}
