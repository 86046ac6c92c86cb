namespace Registry.Avro.Model;

/// <summary>A field as the reference's messages print it.</summary>
internal static class FieldText
{
    public static string Of(RecordField field) => $"{field.Name} type:{field.Schema.Kind.UpperCaseWord()} pos:{field.Position}";
}
