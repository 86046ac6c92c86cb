namespace Registry.Avro.Model;

/// <summary>The words for orders.</summary>
public static class FieldOrders
{
    private static readonly string[] s_words = ["ascending", "descending", "ignore"];

    public static IReadOnlyList<FieldOrder> All { get; } = [FieldOrder.Ascending, FieldOrder.Descending, FieldOrder.Ignore];

    public static string Word(this FieldOrder order) => s_words[(int)order];
}
