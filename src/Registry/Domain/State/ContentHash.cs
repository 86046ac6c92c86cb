using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Registry.Json;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>The identity of a schema's content: an MD5 that is printed as a guid (spec 5.1). The schema's type is not part of it.</summary>
public static class ContentHash
{
    // One for each thread and used again: to make one takes several times longer than to hash a schema.
    [ThreadStatic]
    private static IncrementalHash? t_md5;

    /// <param name="text">The schema's text in UTF-8.</param>
    [SuppressMessage("Security", "CA5351", Justification = "The protocol prescribes MD5; it names content and protects nothing.")]
    public static Guid Of(ReadOnlySpan<byte> text, ImmutableArray<SchemaReference> references, Metadata? metadata, RuleSet? ruleSet)
    {
        var md5 = t_md5 ?? IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        // Put back only when it is clean again.
        t_md5 = null;
        md5.AppendData(text);
        Span<byte> version = stackalloc byte[4];
        foreach (var reference in references)
        {
            Append(md5, reference.Name);
            Append(md5, reference.Subject);
            BinaryPrimitives.WriteInt32BigEndian(version, reference.Version);
            md5.AppendData(version);
        }
        if (metadata is not null)
            Append(md5, metadata);
        if (ruleSet is not null)
            Append(md5, ruleSet);
        Span<byte> hash = stackalloc byte[16];
        md5.GetHashAndReset(hash);
        t_md5 = md5;
        return new Guid(hash, bigEndian: true);
    }

    private static void Append(IncrementalHash md5, Metadata metadata)
    {
        AppendMark(md5);
        foreach (var (path, tags) in metadata.Tags)
        {
            Append(md5, path);
            foreach (var tag in tags)
                Append(md5, tag);
        }
        foreach (var (name, value) in metadata.Properties)
        {
            Append(md5, name);
            Append(md5, value);
        }
        foreach (var name in metadata.Sensitive)
            Append(md5, name);
    }

    private static void Append(IncrementalHash md5, RuleSet ruleSet)
    {
        AppendMark(md5);
        foreach (var rule in ruleSet.MigrationRules.Concat(ruleSet.DomainRules).Concat(ruleSet.EncodingRules))
            Append(md5, rule);
        Append(md5, ruleSet.EnableAt);
    }

    private static void Append(IncrementalHash md5, Rule rule)
    {
        Append(md5, rule.Name);
        Append(md5, rule.Doc);
        Append(md5, RuleSetJson.Name(rule.Kind));
        Append(md5, RuleSetJson.Name(rule.Mode));
        Append(md5, rule.Type);
        foreach (var tag in rule.Tags)
            Append(md5, tag);
        foreach (var (name, value) in rule.Params)
        {
            Append(md5, name);
            Append(md5, value);
        }
        Append(md5, rule.Expr);
        Append(md5, rule.OnSuccess);
        Append(md5, rule.OnFailure);
        if (rule.Disabled)
            AppendMark(md5);
    }

    private static void AppendMark(IncrementalHash md5) => md5.AppendData([1]);

    private static void Append(IncrementalHash md5, string? text)
    {
        if (text is not null)
            md5.AppendData(Encoding.UTF8.GetBytes(text));
    }
}
