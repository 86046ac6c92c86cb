using Registry.Schemas;
using Registry.Testing;

namespace Registry.Client.Tests;

/// <summary>All calls, answered by the real server.</summary>
public sealed class Calling : IAsyncLifetime
{
    private TestRegistry _registry = null!;
    private RegistryClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _registry = await TestRegistry.StartAsync(Token);
        _client = _registry.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _registry.DisposeAsync();
    }

    [Fact]
    public async Task What_was_registered_is_found_by_id_by_guid_by_version_as_latest_and_by_itself()
    {
        var registered = await _client.RegisterAsync("orders-value", Orders.First, normalize: false, Token);

        var found = new[]
        {
            await _client.GetByIdAsync(registered.Id!.Value, "orders-value", Token),
            await _client.GetByGuidAsync(registered.Guid!.Value, Token),
            await _client.GetVersionAsync("orders-value", new SchemaVersion(1), Token),
            await _client.GetLatestAsync("orders-value", Token),
            await _client.LookUpAsync("orders-value", Orders.First, normalize: false, Token),
        };

        Assert.All(found, schema => Assert.Equal(Orders.First, schema.Content));
        Assert.All(found, schema => Assert.Equal(registered.Guid, schema.Guid));
        Assert.Equal((new SchemaId(1), new SchemaVersion(1), "orders-value"), (registered.Id, registered.Version!.Value, registered.Subject));
    }

    [Fact]
    public async Task A_latest_version_is_another_one_after_a_registration_of_this_client()
    {
        await _client.RegisterAsync("orders-value", Orders.First, normalize: false, Token);
        var before = await _client.GetLatestAsync("orders-value", Token);
        await _client.RegisterAsync("orders-value", Orders.Second, normalize: false, Token);

        Assert.Equal(new SchemaVersion(1), before.Version);
        Assert.Equal(new SchemaVersion(2), (await _client.GetLatestAsync("orders-value", Token)).Version);
    }

    [Fact]
    public async Task Metadata_travels_both_ways_and_finds_the_version_that_has_it()
    {
        var marked = OwnedBy(Orders.First, "a b&c");
        await _client.RegisterAsync("orders-value", marked, normalize: false, Token);
        await _client.RegisterAsync("orders-value", OwnedBy(Orders.Second, "d"), normalize: false, Token);

        var found = await _client.GetLatestAsync("orders-value", marked.Metadata!.Properties!, Token);

        Assert.Equal(new SchemaVersion(1), found.Version);
        Assert.Equal("a b&c", found.Content.Metadata!.Properties!["owner"]);
    }

    [Fact]
    public async Task References_are_fetched_dependencies_first()
    {
        await _client.RegisterAsync("order", Orders.First, normalize: false, Token);
        var list = new SchemaContent(SchemaType.Avro, """{"type":"record","name":"Page","namespace":"shop","fields":[{"name":"orders","type":{"type":"array","items":"shop.Order"}}]}""", [new("shop.Order", "order", 1)]);
        var registered = await _client.RegisterAsync("page", list, normalize: false, Token);

        var stored = await _client.GetByIdAsync(registered.Id!.Value, null, Token);
        var resolved = await _client.ResolveReferencesAsync(stored.Content, Token);

        Assert.Equal(Orders.First.Text, Assert.Single(resolved).Text);
        Assert.Equal([2], await _client.Schemas.GetReferrersAsync("order", new SchemaVersion(1), Token));
    }

    [Fact]
    public async Task What_cannot_be_registered_is_told_before_and_when_it_is_tried()
    {
        await _client.RegisterAsync("orders-value", Orders.First, normalize: false, Token);

        var test = await _client.Schemas.TestAsync("orders-value", Orders.Breaking, version: null, normalize: false, Token);
        var refusal = await Assert.ThrowsAsync<RegistryException>(async () => await _client.RegisterAsync("orders-value", Orders.Breaking, normalize: false, Token));

        Assert.False(test.IsCompatible);
        Assert.Contains(test.Messages!, message => message.Contains("TYPE_MISMATCH", StringComparison.Ordinal));
        Assert.Equal(40901, refusal.ErrorCode);
        Assert.EndsWith("Make the schema compatible, or register it under another subject", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("name with + and ü")]
    [InlineData(":.shop:orders")]
    public async Task A_subject_may_have_any_name(string subject)
    {
        await _client.RegisterAsync(subject, Orders.First, normalize: false, Token);

        Assert.Equal([1], await _client.Subjects.GetVersionsAsync(subject, Deleted.Exclude, Token));
        Assert.Equal([subject], await _client.Subjects.GetAllAsync(prefix: null, Deleted.Exclude, Token));
    }

    [Fact]
    public async Task Versions_and_subjects_are_deleted_softly_and_for_ever()
    {
        await _client.RegisterAsync("orders-value", Orders.First, normalize: false, Token);
        await _client.RegisterAsync("orders-value", Orders.Second, normalize: false, Token);

        await _client.Subjects.DeleteVersionAsync("orders-value", new SchemaVersion(1), Deletion.Soft, Token);
        var left = await _client.Subjects.GetVersionsAsync("orders-value", Deleted.Exclude, Token);
        var all = await _client.Subjects.GetVersionsAsync("orders-value", Deleted.Include, Token);
        await _client.Subjects.DeleteAsync("orders-value", Deletion.Soft, Token);
        var gone = await _client.Subjects.DeleteAsync("orders-value", Deletion.Permanent, Token);

        Assert.Equal([2], left);
        Assert.Equal([1, 2], all);
        Assert.Equal([1, 2], gone);
        Assert.Empty(await _client.Subjects.GetAllAsync(prefix: null, Deleted.Include, Token));
    }

    [Fact]
    public async Task Levels_are_set_inherited_and_taken_back()
    {
        var unset = await Assert.ThrowsAsync<RegistryException>(() => _client.Settings.GetConfigAsync("orders-value", orInherited: false, Token));
        var inherited = await _client.Settings.GetConfigAsync("orders-value", orInherited: true, Token);
        await _client.Settings.PutConfigAsync("orders-value", new SubjectConfig { CompatibilityLevel = "FULL" }, Token);
        var own = await _client.Settings.GetConfigAsync("orders-value", orInherited: false, Token);
        var before = await _client.Settings.DeleteConfigAsync("orders-value", Token);

        Assert.Equal(40408, unset.ErrorCode);
        Assert.Equal(("BACKWARD", "FULL", "FULL"), (inherited.CompatibilityLevel, own.CompatibilityLevel, before.CompatibilityLevel));
    }

    [Fact]
    public async Task A_subject_that_is_read_only_takes_nothing_until_its_mode_is_taken_back()
    {
        await _client.Settings.PutModeAsync("orders-value", "READONLY", force: false, Token);
        var mode = await _client.Settings.GetModeAsync("orders-value", orInherited: false, Token);
        var refusal = await Assert.ThrowsAsync<RegistryException>(async () => await _client.RegisterAsync("orders-value", Orders.First, normalize: false, Token));
        await _client.Settings.DeleteModeAsync("orders-value", Token);
        var registered = await _client.RegisterAsync("orders-value", Orders.First, normalize: false, Token);

        Assert.Equal("READONLY", mode);
        Assert.Equal(42205, refusal.ErrorCode);
        Assert.Equal(new SchemaVersion(1), registered.Version);
    }

    [Fact]
    public async Task Contexts_and_places_of_a_schema_are_listed()
    {
        await _client.RegisterAsync("orders-value", Orders.First, normalize: false, Token);
        var other = await _client.RegisterAsync(":.shop:orders-value", Orders.First, normalize: false, Token);
        await _client.Subjects.DeleteAsync(":.shop:orders-value", Deletion.Soft, Token);

        Assert.Equal([".", ".shop"], await _client.Subjects.GetContextsAsync(Token));
        Assert.Equal([new(".", 1), new(".shop", 1)], await _client.Schemas.GetIdsOfAsync(other.Guid!.Value, Token));
        Assert.Equal([new SubjectVersion("orders-value", 1)], await _client.Schemas.GetVersionsOfAsync(new SchemaId(1), Deleted.Exclude, Token));
        Assert.Contains("AVRO", await _client.Subjects.GetSchemaTypesAsync(Token));
    }

    [Fact]
    public async Task A_context_can_be_deleted_when_it_is_empty()
    {
        await _client.RegisterAsync(":.shop:orders-value", Orders.First, normalize: false, Token);
        var refusal = await Assert.ThrowsAsync<RegistryException>(() => _client.Subjects.DeleteContextAsync(".shop", Token));
        await _client.Subjects.DeleteAsync(":.shop:orders-value", Deletion.Soft, Token);
        await _client.Subjects.DeleteAsync(":.shop:orders-value", Deletion.Permanent, Token);

        await _client.Subjects.DeleteContextAsync(".shop", Token);

        Assert.Equal(42211, refusal.ErrorCode);
    }

    [Fact]
    public async Task A_topic_without_associations_has_none() =>
        Assert.Empty(await _client.GetAssociatedSubjectsAsync("-", "orders", RecordPart.Value, Token));

    private static SchemaContent OwnedBy(SchemaContent schema, string owner) =>
        new(schema.Type, schema.Text, metadata: new() { Properties = new Dictionary<string, string>(StringComparer.Ordinal) { ["owner"] = owner } });
}
