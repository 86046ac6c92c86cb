namespace Registry.Client;

/// <summary>One node of the registry: where it is, without the user and password that may stand in its URL.</summary>
internal sealed class RegistryNode
{
    // A subject named ".." must not lose its way. Only for such: handlers of tests cannot take such addresses apart.
    private static readonly UriCreationOptions s_asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _base;

    public RegistryNode(Uri url)
    {
        _base = url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        if (url.UserInfo.Length > 0)
        {
            var colon = url.UserInfo.IndexOf(':', StringComparison.Ordinal);
            var (user, password) = colon < 0 ? (url.UserInfo, "") : (url.UserInfo[..colon], url.UserInfo[(colon + 1)..]);
            Credentials = RegistryCredentials.Basic(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password));
        }
    }

    /// <summary>Those of the URL; null when it has none.</summary>
    public RegistryCredentials? Credentials { get; }

    public Uri At(ApiPath path) => path.HasDotSegment ? new(_base + path.Text, s_asWritten) : new(_base + path.Text);

    public override string ToString() => _base;
}
