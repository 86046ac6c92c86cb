namespace Registry.Converters.Connect;

/// <summary>A field of a struct.</summary>
/// <param name="Index">Its place among the fields, from 0.</param>
public sealed record ConnectField(string Name, int Index, ConnectSchema Schema);
