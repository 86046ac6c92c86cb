namespace Registry.Converters.JsonSchema;

/// <summary>The numbers that variants have for kinds of values and for primitive types.</summary>
internal static class VariantTypes
{
    public const int Primitive = 0;
    public const int ShortString = 1;
    public const int Object = 2;
    public const int Array = 3;

    public const int True = 1;
    public const int False = 2;
    public const int Int8 = 3;
    public const int Int16 = 4;
    public const int Int32 = 5;
    public const int Int64 = 6;
    public const int Double = 7;
    public const int Decimal4 = 8;
    public const int Decimal8 = 9;
    public const int Decimal16 = 10;
    public const int Float = 14;
    public const int String = 16;
}
