namespace Registry.Converters.Connect;

/// <summary>The schema that the elements of a parsed array or map have in common: numbers widen, anything else must be of one type.</summary>
internal sealed class CommonSchema
{
    private bool _compatible = true;

    /// <summary>Null when there is none.</summary>
    public ConnectSchema? Schema { get; private set; }

    public void Merge(ConnectSchema? latest)
    {
        if (latest is null || !_compatible)
            return;
        Schema = Schema is null ? latest : Common(Schema, latest);
        _compatible = Schema is not null;
    }

    private static ConnectSchema? Common(ConnectSchema previous, ConnectSchema latest)
    {
        if (previous.Type == latest.Type)
            return latest;
        if (previous.Type > ConnectType.Float64 || latest.Type > ConnectType.Float64)
            return null;
        return previous.Type > latest.Type ? previous : latest;
    }
}
