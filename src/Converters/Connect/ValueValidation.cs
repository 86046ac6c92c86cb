using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Registry.Converters.Connect;

/// <summary>Whether a value is one of a schema (spec 1.4): no number is widened, and logical types go by the schema's name.</summary>
public static class ValueValidation
{
    /// <exception cref="DataException">It is not; the message says where.</exception>
    public static void Validate(ConnectSchema schema, ConnectValue value) => Validate(schema, value, new ValueLocation(null));

    /// <param name="field">The field that holds the value, for messages.</param>
    /// <inheritdoc cref="Validate(ConnectSchema, ConnectValue)"/>
    public static void Validate(ConnectSchema schema, ConnectValue value, string field) => Validate(schema, value, new ValueLocation(field));

    internal static void Validate(ConnectSchema? schema, in ConnectValue value, ValueLocation location)
    {
        CheckKnown(schema, location);
        if (value.IsNull)
        {
            if (!schema.IsOptional)
                throw new DataException($"Invalid value: null used for required {location}, schema type: {schema.Type.UpperCaseWord()}");
            return;
        }
        if (value.Kind != schema.ValueKind)
            throw new DataException($"Invalid Java object for schema{(schema.Name is { } name ? $" \"{name}\"" : "")} with type {schema.Type.UpperCaseWord()}: {value.ClassName} for {location}");
        if (value.Kind is ConnectValueKind.Struct or ConnectValueKind.Array or ConnectValueKind.Map)
            ValidateWithin(schema, value, location);
    }

    private static void ValidateWithin(ConnectSchema schema, in ConnectValue value, ValueLocation location)
    {
        // Values can be nested by code without an end in sight.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value.Kind)
        {
            case ConnectValueKind.Struct:
                if (!SchemasMatch(value.AsStruct().Schema, schema))
                    throw new DataException("Struct schemas do not match.");
                value.AsStruct().Validate();
                break;
            case ConnectValueKind.Array:
                CheckKnown(schema.ValueSchema, location.Within("element of array"));
                foreach (ref readonly var element in value.AsArray())
                    Validate(schema.ValueSchema, element, location.Within("element of array"));
                break;
            default:
                CheckKnown(schema.KeySchema, location.Within("key of map"));
                CheckKnown(schema.ValueSchema, location.Within("value of map"));
                foreach (ref readonly var entry in value.AsMap().Entries)
                {
                    Validate(schema.KeySchema, entry.Key, location.Within("key of map"));
                    Validate(schema.ValueSchema, entry.Value, location.Within("value of map"));
                }
                break;
        }
    }

    // Also of a collection without elements.
    private static void CheckKnown([NotNull] ConnectSchema? schema, ValueLocation location)
    {
        if (schema is null)
            throw new DataException($"No schema defined for {location}");
    }

    // A reference stands for the struct that it refers to, whose optionality is not its own.
    private static bool SchemasMatch(ConnectSchema given, ConnectSchema expected) =>
        ReferenceEquals(given, expected.Target) || given.Equals(expected.IsReference ? expected.Target : expected);
}

/// <summary>Where a value stands, in the words of messages.</summary>
internal sealed record ValueLocation(string? Field)
{
    private string Prefix { get; init; } = "";

    public ValueLocation Within(string what) => this with { Prefix = $"{what} {Prefix}" };

    public override string ToString() => Prefix + (Field is null ? "value" : $"field: \"{Field}\"");
}
