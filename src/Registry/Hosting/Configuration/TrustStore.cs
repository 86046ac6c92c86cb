using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Registry.Schemas;

namespace Registry.Hosting;

/// <summary>Certificates to trust, out of the kind of file that Java keeps them in.</summary>
internal static class TrustStore
{
    public static Result<string, PropertyFault> ToPem(string file, string? password)
    {
        try
        {
            var certificates = X509CertificateLoader.LoadPkcs12CollectionFromFile(file, password);
            return certificates.ExportCertificatePems();
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return new PropertyFault($"'{file}' cannot be read: {e.Message}");
        }
    }
}
