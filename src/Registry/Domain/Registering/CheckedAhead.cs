namespace Registry.Domain;

/// <summary>
/// Remembers a compatibility verdict between two decisions on the same request, so that the expensive part is done outside the writer's
/// loop and only done again there when the subject or its configuration changed meanwhile. Belongs to one request; one thread at a time.
/// </summary>
public sealed class CheckedAhead
{
    private SubjectState? _versions;
    private Config? _config;
    private Guid _candidate;
    private IReadOnlyList<string>? _messages;

    public IReadOnlyList<string> Check(SubjectState? versions, Config config, Candidate candidate, Func<IReadOnlyList<string>> check)
    {
        if (_messages is null || !ReferenceEquals(_versions, versions) || _config != config || _candidate != candidate.Schema.Guid)
            (_versions, _config, _candidate, _messages) = (versions, config, candidate.Schema.Guid, check());
        return _messages;
    }
}
