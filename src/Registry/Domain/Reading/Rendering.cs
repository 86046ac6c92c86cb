namespace Registry.Domain;

/// <summary>Re-renders a schema's text for the <c>format</c> parameter (spec 4.10).</summary>
public sealed class Rendering(SchemaParser parser)
{
    /// <summary>Null where the stored text serves: no format asked for, or a format that this server cannot parse.</summary>
    public string? Render(RegistryState state, RegisteredSchema registered, string? format)
    {
        if (string.IsNullOrEmpty(format))
            return null;
        var version = registered.Stored ?? state.Find(registered.Subject, registered.Version);
        return version is null ? null : parser.Parse(state, version)?.Render(format);
    }
}
