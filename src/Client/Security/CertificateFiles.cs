using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Registry.Schemas;

namespace Registry.Client;

/// <summary>Reads certificates and keys in the forms that Java's and librdkafka's properties name: PEM and PKCS#12, told apart by their contents.</summary>
internal static class CertificateFiles
{
    /// <summary>Authorities to trust.</summary>
    public static Result<X509Certificate2Collection, string> Trusted(string path, string? password) => Read(path, bytes => IsPem(bytes)
        ? FromPem(File.ReadAllText(path))
        : X509CertificateLoader.LoadPkcs12Collection(bytes, password));

    /// <summary>A key with its certificate and what leads to an authority, in one file.</summary>
    public static Result<X509Certificate2Collection, string> WithKey(string path, string? password) => Read(path, bytes => IsPem(bytes)
        ? WithKeyFromPem(File.ReadAllText(path), File.ReadAllText(path), password)
        : KeyFirst(X509CertificateLoader.LoadPkcs12Collection(bytes, password)));

    /// <summary>A key and its certificates from two files of PEM.</summary>
    public static Result<X509Certificate2Collection, string> WithKey(string certificatePath, string keyPath, string? password) =>
        Read(certificatePath, _ => WithKeyFromPem(File.ReadAllText(certificatePath), File.ReadAllText(keyPath), password));

    public static X509Certificate2Collection FromPem(string text)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(text);
        return certificates.Count > 0 ? certificates : throw new CryptographicException("it holds no certificate");
    }

    public static X509Certificate2Collection WithKeyFromPem(string certificates, string key, string? password)
    {
        var chain = FromPem(certificates);
        using var bare = password is null ? X509Certificate2.CreateFromPem(certificates, key) : X509Certificate2.CreateFromEncryptedPem(certificates, key, password);
        // Some platforms show only certificates whose key they have stored; a round trip stores it.
        chain[0] = X509CertificateLoader.LoadPkcs12(bare.Export(X509ContentType.Pkcs12), password: null);
        return chain;
    }

    private static X509Certificate2Collection KeyFirst(X509Certificate2Collection loaded)
    {
        var sorted = new X509Certificate2Collection(loaded.OrderByDescending(certificate => certificate.HasPrivateKey).ToArray());
        return sorted.Count > 0 && sorted[0].HasPrivateKey ? sorted : throw new CryptographicException("it holds no private key");
    }

    private static Result<X509Certificate2Collection, string> Read(string path, Func<byte[], X509Certificate2Collection> read)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return bytes is [0xFE, 0xED, 0xFE, 0xED, ..]
                ? $"{path} is a JKS store, which only Java reads. Convert it: keytool -importkeystore -srckeystore {path} -destkeystore {path}.p12 -deststoretype pkcs12"
                : read(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return $"{path} cannot be read: {e.Message}";
        }
    }

    private static bool IsPem(ReadOnlySpan<byte> bytes) => bytes.IndexOf("-----BEGIN"u8) >= 0;
}
