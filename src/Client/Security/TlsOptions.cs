using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Registry.Client;

/// <summary>How TLS connections to a registry are made and checked.</summary>
public sealed record TlsOptions
{
    /// <summary>The authorities that are trusted instead of the machine's; null for the machine's.</summary>
    public X509Certificate2Collection? TrustedCertificates { get; init; }

    /// <summary>What the client shows of itself: its certificate, with the private key, first, then those that lead to an authority. Null for nothing.</summary>
    public X509Certificate2Collection? ClientCertificates { get; init; }

    /// <summary>Whether the registry's certificate must be made out to the host of the URL.</summary>
    public bool VerifyHostName { get; init; } = true;

    /// <summary>Whether the registry's certificate is looked at at all. Off, anyone in between can read and change everything.</summary>
    public bool VerifyCertificate { get; init; } = true;

    [SuppressMessage("Security", "CA5359:Do Not Disable Certificate Validation", Justification = "It is what the option says, and off by default.")]
    internal void Apply(SslClientAuthenticationOptions connection)
    {
        if (TrustedCertificates is { Count: > 0 } trusted)
        {
            connection.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            connection.CertificateChainPolicy.CustomTrustStore.AddRange(trusted);
        }
        if (ClientCertificates is { Count: > 0 } own)
            connection.ClientCertificateContext = SslStreamCertificateContext.Create(own[0], own, offline: true);
        if (!VerifyCertificate)
            connection.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        else if (!VerifyHostName)
            connection.RemoteCertificateValidationCallback = static (_, _, _, faults) => (faults & ~SslPolicyErrors.RemoteCertificateNameMismatch) == SslPolicyErrors.None;
    }
}
