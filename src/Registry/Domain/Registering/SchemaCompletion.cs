namespace Registry.Domain;

/// <summary>What a registration adds to what the client sent (spec 5.3 step 6, 5.10).</summary>
public static class SchemaCompletion
{
    /// <summary>A blank text stands for that of the latest version: so metadata alone can be registered. Null when there is none to take.</summary>
    public static SubmittedSchema? Text(SubmittedSchema submitted, SubjectState? subject)
    {
        if (!submitted.IsBlank)
            return submitted;
        return subject?.Latest is { } latest
            ? submitted with { Type = latest.Schema.Type, Text = latest.Schema.Text.ToString(), References = latest.Schema.References }
            : null;
    }

    /// <summary>Metadata and rules: the configured defaults, then the client's own or else the latest version's, then the configured overrides.</summary>
    public static SubmittedSchema Metadata(SubmittedSchema submitted, SubjectState? subject, Config config)
    {
        var latest = subject?.Latest?.Schema;
        return submitted with
        {
            Metadata = Domain.Metadata.Merge(
                Domain.Metadata.Merge(config.DefaultMetadata, submitted.Metadata ?? latest?.Metadata), config.OverrideMetadata),
            RuleSet = RuleSet.Merge(
                RuleSet.Merge(config.DefaultRuleSet, submitted.RuleSet ?? latest?.RuleSet), config.OverrideRuleSet),
        };
    }

    /// <summary>Writes the coming version number into the metadata, when asked for or when it has become a habit of the subject.</summary>
    public static SubmittedSchema VersionNumber(SubmittedSchema submitted, int coming, bool isAskedFor) =>
        isAskedFor || submitted.Metadata?.Version is not null
            ? submitted with { Metadata = (submitted.Metadata ?? Domain.Metadata.Empty).WithVersion(coming) }
            : submitted;
}
