using FsCheck;
using FsCheck.Fluent;
using Registry.Domain;
using Registry.Schemas;

namespace Registry.Tests.Domain;

/// <summary>What holds after any history of commands.</summary>
public sealed class HistoryProperties
{
    private static readonly FsCheck.Config s_config = FsCheck.Config.QuickThrowOnFailure.WithMaxTest(500);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_compacted_topic_gives_the_state_of_the_whole_one(bool keepTombstones) => Prop.ForAll(Command.Histories, commands =>
    {
        var history = History.Of(commands);

        Assert.Equal(StateText.Of(history.State), StateText.Of(History.Replay(History.Compact(history.Topic, keepTombstones))));
    }).Check(s_config);

    [Fact]
    public void A_reader_of_the_topic_knows_what_its_writer_knew() => Prop.ForAll(Command.Histories, commands =>
    {
        var history = new History();
        foreach (var command in commands)
        {
            var planned = history.Run(command).Next;
            Assert.Equal(StateText.Of(planned), StateText.Of(history.State));
        }
        Assert.Equal(StateText.Of(history.State), StateText.Of(History.Replay(history.Topic)));
    }).Check(s_config.WithMaxTest(200));

    [Fact]
    public void An_id_means_one_content_and_a_new_one_is_higher_than_all_before() => Prop.ForAll(Command.Histories, commands =>
    {
        var history = new History();
        foreach (var command in commands)
        {
            var before = history.State;
            history.Run(command);
            foreach (var version in Versions(history.State).Except(Versions(before)))
            {
                var known = before.ContextOf(version.Subject.Context);
                // Imports bring their ids; a registration takes a known one for the same content only.
                if (known.Ids.TryGetValue(version.Id, out var meaning))
                    Assert.Equal(meaning.Schema.Guid, version.Schema.Guid);
                else if (command.Name.StartsWith("register", StringComparison.Ordinal))
                    Assert.Equal(known.HighestId.Value + 1, version.Id.Value);
            }
            Assert.Equal(0, history.State.ConflictingRecords);
        }
    }).Check(s_config);

    [Fact]
    public void A_registered_version_follows_on_all_that_the_subject_has_hidden_ones_included() => Prop.ForAll(Command.Histories, commands =>
    {
        var history = new History();
        foreach (var command in commands)
        {
            var before = history.State;
            history.Run(command);
            if (!command.Name.StartsWith("register", StringComparison.Ordinal))
                continue;
            foreach (var version in Versions(history.State).Except(Versions(before)))
                Assert.Equal(before.Find(version.Subject)?.NextVersion ?? SchemaVersion.First, version.Version);
        }
    }).Check(s_config);

    private static IEnumerable<SubjectVersion> Versions(RegistryState state) => state.Subjects.Values.SelectMany(subject => subject.Versions);
}
