using System.Security.Cryptography.X509Certificates;
using Registry.Client.Tests.Http;
using Registry.Schemas;

namespace Registry.Client.Tests.Security;

/// <summary>TLS with certificates from files, as configurations name them.</summary>
public sealed class OverTls : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("registry-tls-").FullName;
    private readonly Certificates _ours = new("Ours");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _ours.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task An_authority_in_a_file_of_pem_is_trusted_and_no_other_is()
    {
        using var certificate = _ours.For("localhost");
        using var others = new Certificates("Others");
        await using var node = await Node.StartAsync(Node.Schema, Token, certificate);

        var schema = await AskAsync(node, ("ssl.truststore.location", File("ca.pem", _ours.Authority.ExportCertificatePem())));
        var failure = await Assert.ThrowsAsync<RegistryException>(() => AskAsync(node, ("ssl.truststore.location", File("others.pem", others.Authority.ExportCertificatePem()))));

        Assert.Equal("\"int\"", schema.Content.Text);
        Assert.True(failure.IsRetriable);
        Assert.Contains("certificate", failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_certificate_for_another_host_passes_only_when_hosts_are_not_verified()
    {
        using var certificate = _ours.For("elsewhere");
        await using var node = await Node.StartAsync(Node.Schema, Token, certificate);
        var trust = ("ssl.truststore.certificates", _ours.Authority.ExportCertificatePem());

        await Assert.ThrowsAsync<RegistryException>(() => AskAsync(node, trust));

        Assert.Equal("\"int\"", (await AskAsync(node, trust, ("ssl.endpoint.identification.algorithm", ""))).Content.Text);
    }

    [Fact]
    public async Task A_client_shows_its_certificate_from_pkcs12_and_from_pem()
    {
        using var certificate = _ours.For("localhost");
        using var client = _ours.For("client");
        await using var node = await Node.StartAsync(Node.Schema, Token, certificate, _ours.Authority);
        var trust = ("ssl.truststore.location", File("ca.pem", _ours.Authority.ExportCertificatePem()));
        var store = Path.Combine(_directory, "client.p12");
        await System.IO.File.WriteAllBytesAsync(store, client.Export(X509ContentType.Pkcs12, "secret"), Token);
        var pem = File("client.pem", client.ExportCertificatePem() + "\n" + client.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());

        await Assert.ThrowsAsync<RegistryException>(() => AskAsync(node, trust));

        Assert.Equal("\"int\"", (await AskAsync(node, trust, ("ssl.keystore.location", store), ("ssl.keystore.password", "secret"))).Content.Text);
        Assert.Equal("\"int\"", (await AskAsync(node, trust, ("ssl.keystore.location", pem))).Content.Text);
    }

    private static async Task<RegisteredSchema> AskAsync(Node node, params (string Name, string Value)[] tls)
    {
        var properties = tls.ToDictionary(option => $"schema.registry.{option.Name}", option => option.Value, StringComparer.Ordinal);
        properties["schema.registry.url"] = node.Url.ToString();
        properties["max.retries"] = "0";
        using var client = new RegistryClient(ClientConfiguration.From(properties).Options);
        return await client.GetByIdAsync(new SchemaId(1), null, Token);
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(_directory, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
