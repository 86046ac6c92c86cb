namespace Registry.Cluster;

/// <summary>The name under which a node takes part in an election: it says where the node is.</summary>
public static class GroupMember
{
    private const string Prefix = "registry@";

    public static string ClientId(Uri url) => Prefix + url.GetLeftPart(UriPartial.Authority);

    /// <summary>Null where a member is none of ours.</summary>
    public static Uri? UrlOf(string clientId) =>
        clientId.StartsWith(Prefix, StringComparison.Ordinal) && Uri.TryCreate(clientId[Prefix.Length..], UriKind.Absolute, out var url) ? url : null;
}
