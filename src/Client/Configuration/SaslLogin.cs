using System.Text.RegularExpressions;

namespace Registry.Client;

/// <summary>User and password of the Kafka client, for registries that know the same users.</summary>
internal sealed partial record SaslLogin(string User, string Password)
{
    /// <summary>From librdkafka's two properties, or from Java's one.</summary>
    public static SaslLogin? Read(string? user, string? password, string? jaas)
    {
        if (user is not null && password is not null)
            return new(user, password);
        if (jaas is null)
            return null;
        var options = Option().Matches(jaas).ToLookup(match => match.Groups["name"].Value, match => match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["bare"].Value, StringComparer.Ordinal);
        return options["username"].FirstOrDefault() is { } name && options["password"].FirstOrDefault() is { } secret ? new(name, secret) : null;
    }

    [GeneratedRegex("""(?<name>\w+)\s*=\s*("(?<quoted>[^"]*)"|(?<bare>[^\s;"]+))""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();
}
