using Registry.Domain;
using static Registry.Tests.Domain.Schemas;
using static Registry.Tests.Domain.States;

namespace Registry.Tests.Domain;

public sealed class Associating
{
    [Fact]
    public void A_new_topic_brings_the_schema_of_the_subject_that_it_owns()
    {
        var outcome = Empty.Associate(Owned);

        Assert.Equal(":.lkc:t-value STRONG", outcome.Said);
        Assert.Equal(
            """{"keytype":"ASSOC","tenant":"default","resourceName":"t","resourceNamespace":"lkc","resourceType":"topic","associationType":"value","subject":":.lkc:t-value","magic":0}={"guid":"g","tenant":"default","resourceName":"t","resourceNamespace":"lkc","resourceId":"id1","resourceType":"topic","associationType":"value","subject":":.lkc:t-value","lifecycle":"STRONG","frozen":true}""",
            outcome.Records[^1]);
        Assert.Equal("1:1", outcome.Next.Versions(":.lkc:t-value"));
    }

    [Fact]
    public void The_same_again_changes_nothing() => Assert.Empty(Empty.Associate(Owned).Next.Associate(Owned).Records);

    [Fact]
    public void Another_id_of_the_same_topic_takes_the_place_of_the_first_and_remembers_its_beginning()
    {
        var first = Empty.With("s", A).Associate(Shared("s"));
        var second = first.Next.Associate(Shared("s") with { Resource = new("t", "lkc", "id2", "topic") });

        var made = Assert.Single(first.Next.Associations.OfSubject(Subject.Parse("s")));
        var moved = Assert.Single(second.Next.Associations.OfSubject(Subject.Parse("s")));
        Assert.Equal(("id2", made.Guid, made.CreateTime), (moved.ResourceId, moved.Guid, moved.CreateTime));
        Assert.EndsWith($",\"createTs\":{made.CreateTime}}}", Assert.Single(second.Records), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":.lkc:t-value", "40905 A strong association already exists for subject ':.lkc:t-value'")]
    [InlineData("none", "40907 No active (non-deleted) version exists for subject 'none'")]
    [InlineData("s", "s WEAK")]
    public void A_shared_subject_has_versions_and_no_owner(string subject, string said)
    {
        var state = Empty.With("s", A).Associate(Owned).Next;
        Assert.Equal(said, state.Associate(Shared(subject) with { Resource = new("u", "lkc", "id2", "topic") }).Said);
    }

    [Fact]
    public void An_owned_subject_belonged_to_nobody_before()
    {
        Assert.Equal(
            "42212 The association specified an invalid value for property: 'frozen', detail: cannot create a frozen association when schemas already exist in the subject",
            Empty.With(":.lkc:t-value", B).Associate(Owned).Said);
        Assert.Equal(":.lkc:t-value STRONG", Empty.With(":.lkc:t-value", A).Associate(Owned).Said);
    }

    [Fact]
    public void Key_and_value_of_a_topic_are_owned_both_or_none()
    {
        var request = new AssociationRequest(Owned.Resource, [Owned.Associations[0], new AssociationWish(Subject.Parse("s"), "key", "h") { Lifecycle = Lifecycle.Weak }]);
        Assert.Equal(
            "42212 The association specified an invalid value for property: 'lifecycle', detail: all associations for a resource must have the same lifecycle, but got key=WEAK, value=STRONG",
            Empty.With("s", A).Associate(request).Said);
    }

    [Fact]
    public void An_owned_subject_is_not_deleted_nor_referred_to()
    {
        var state = Empty.Associate(Owned).Next;

        Assert.Equal("40904 An association already exists for subject ':.lkc:t-value'", state.Delete(":.lkc:t-value").Said);
        Assert.Equal("40904 An association already exists for subject ':.lkc:t-value'", state.Delete(":.lkc:t-value", 1).Said);
        Assert.Equal(
            "42205 Subject ':.lkc:t-value' has a strong association and cannot be referenced",
            state.Register("s", UsesR, """[{"name":"R","subject":":.lkc:t-value","version":1}]""").Said);
    }

    [Fact]
    public void What_is_frozen_ends_only_with_its_subject()
    {
        var state = Empty.Associate(Owned).Next;

        Assert.Equal("40908 The association of type  'value' is frozen for subject ':.lkc:t-value'", state.Dissociate("id1").Said);
        var ended = state.Dissociate("id1", cascades: true).Next;
        Assert.Empty(ended.Associations.All);
        Assert.Null(ended.Find(Subject.Parse(":.lkc:t-value")));
        Assert.Equal("40410 Association for 'id1' not found.", ended.Dissociate("id1").Said);
    }

    [Fact]
    public void An_item_of_a_batch_fails_alone_and_whole()
    {
        var weak = Shared("s").Associations[0];
        var good = new AssociationItem(new("a", "lkc", "id1", "topic"), [new AssociationMaking(AssociationMode.Upsert, weak)]);
        var bad = new AssociationItem(new("b", "lkc", "id2", "topic"), [new AssociationMaking(AssociationMode.Upsert, weak), new AssociationEnding("key", Cascades: false)]);

        Assert.True(Rules.AssociationBatch.Decide(Empty.With("s", A), [good, bad]).TryGet(out var plan, out _));

        Assert.Single(plan.Records);
        Assert.True(plan.Answer[0].TryGet(out _, out _));
        Assert.False(plan.Answer[1].TryGet(out _, out var refusal));
        Assert.Equal(ErrorCode.AssociationNotFound, refusal.Code);
    }

    private static AssociationRequest Owned { get; } = new(new("t", "lkc", "id1", "topic"), [new AssociationWish(null, "value", "g")
    {
        Schema = new(Subject.Default, Submitted(A), Version: 0, Id: null, Normalize: false, Force: false),
    }]);

    private static AssociationRequest Shared(string subject) =>
        new(new("t", "lkc", "id1", "topic"), [new AssociationWish(Subject.Parse(subject), "value", "g") { Lifecycle = Lifecycle.Weak }]);
}
