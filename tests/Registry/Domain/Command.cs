using FsCheck;
using FsCheck.Fluent;
using Registry.Domain;
using static Registry.Tests.Domain.Schemas;

namespace Registry.Tests.Domain;

/// <summary>A command of a random history. Few subjects, texts, versions and ids, so that they meet.</summary>
internal sealed record Command(string Name, Func<RegistryState, Outcome> Run)
{
    private static readonly Gen<string> s_subjects = Gen.Elements("s", "t", ":.c:s");
    private static readonly Gen<string> s_scopes = Gen.Elements("s", "t", ":.c:s", ":.c:", "");
    private static readonly Gen<string> s_texts = Gen.Elements(A, B, C, Clash);
    private static readonly Gen<int> s_versions = Gen.Choose(1, 5);
    private static readonly Gen<bool> s_flags = Gen.Elements(true, false);

    private static readonly Gen<Command> s_registrations =
        from subject in s_subjects
        from text in s_texts
        from version in Gen.Elements(0, 0, 0, -1)
        from metadata in Gen.Elements(null, null, "{}", """{"properties":{"p":"1"}}""")
        from force in s_flags
        select new Command($"register {subject} {text} {version} {metadata} {force}", state => state.Register(subject, text, metadata: metadata, version: version, force: force));

    private static readonly Gen<Command> s_referrers =
        from subject in s_subjects
        from target in s_subjects
        from version in s_versions
        let references = $$"""[{"name":"R","subject":"{{target}}","version":{{version}}}]"""
        select new Command($"register {subject} referring to {target} {version}", state => state.Register(subject, UsesR, references, force: true));

    private static readonly Gen<Command> s_imports =
        from subject in s_subjects
        from text in s_texts
        from version in Gen.Choose(0, 5)
        from id in Gen.Choose(1, 7)
        select new Command($"import {subject} {text} {version} as {id}", state => state.Register(subject, text, version: version, id: id));

    private static readonly Gen<Command> s_deletionsOfVersions =
        from subject in s_subjects
        from version in s_versions
        from permanent in s_flags
        select new Command($"delete {subject} {version} {permanent}", state => state.Delete(subject, version, permanent));

    private static readonly Gen<Command> s_deletionsOfSubjects =
        from subject in s_subjects
        from permanent in s_flags
        select new Command($"delete {subject} {permanent}", state => state.Delete(subject, permanent));

    private static readonly Gen<Command> s_configurations =
        from scope in s_scopes
        from json in Gen.Elements("""{"compatibility":"NONE"}""", """{"normalize":true}""", """{"defaultMetadata":{"properties":{"d":"1"}}}""", "")
        select new Command($"configure {scope} {json}", state => json.Length == 0 ? state.DeleteConfig(scope) : state.PutConfig(scope, json));

    private static readonly Gen<Command> s_modes =
        from scope in s_scopes
        from mode in Gen.Elements<Mode?>(Mode.Import, Mode.Import, Mode.ReadWrite, Mode.ReadWrite, Mode.ReadOnly, null)
        from flag in s_flags
        select new Command($"mode {scope} {mode} {flag}", state => mode is null ? state.DeleteMode(scope, flag) : state.PutMode(scope, mode, flag));

    private static readonly Gen<Command> s_deletionsOfContexts = Gen.Constant(new Command("delete context", state => state.DeleteContext(".c")));

    private static readonly Gen<Command> s_associations =
        from subject in s_subjects
        from name in Gen.Elements("t", "u")
        from id in Gen.Elements("id1", "id2")
        let request = new AssociationRequest(new(name, "lkc", id, "topic"), [new AssociationWish(Subject.Parse(subject), "value", "g") { Lifecycle = Lifecycle.Weak }])
        select new Command($"associate {name} {id} with {subject}", state => state.Associate(request));

    private static readonly Gen<Command> s_dissociations =
        from id in Gen.Elements("id1", "id2")
        select new Command($"dissociate {id}", state => state.Dissociate(id));

    public static Arbitrary<Command[]> Histories { get; } = Arb.From(
        Gen.Frequency((8, s_registrations), (2, s_referrers), (6, s_imports), (6, s_deletionsOfVersions), (4, s_deletionsOfSubjects), (2, s_configurations), (4, s_modes), (1, s_deletionsOfContexts), (2, s_associations), (1, s_dissociations)).ArrayOf(),
        Shorter);

    public override string ToString() => Name;

    private static IEnumerable<Command[]> Shorter(Command[] history) => history.Select((_, left) => history.Where((_, at) => at != left).ToArray());
}
