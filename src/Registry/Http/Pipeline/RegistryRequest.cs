using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Registry.Domain;
using Registry.Schemas;

namespace Registry.Http;

/// <summary>A request in the terms of the API: subjects, versions, flags and bodies, read as spec 1.3 says.</summary>
public readonly struct RegistryRequest(HttpContext context)
{
    public CancellationToken Aborted => context.RequestAborted;

    /// <summary>The <c>{subject}</c> of the path.</summary>
    public Subject Subject => Subject.Parse(Segment("subject"));

    /// <summary>The <c>{subject}</c> of the path, or the one that it is an alias of.</summary>
    public Subject SubjectBehindAlias(RegistryState state) => Aliases.Resolve(state, Subject);

    public string Segment(string name) => RequestPath.Unprotect((string)context.Request.RouteValues[name]!);

    /// <summary>A query parameter, the first of several; null when it is not there.</summary>
    public string? Query(string name)
    {
        // Not the framework's collection: to that, normalize and Normalize are one parameter.
        foreach (var parameter in new QueryStringEnumerable(context.Request.QueryString.Value))
        {
            if (parameter.DecodeName().Span.SequenceEqual(name))
                return parameter.DecodeValue().ToString();
        }
        return null;
    }

    /// <summary>All values of a repeated query parameter.</summary>
    public IReadOnlyList<string> QueryAll(string name)
    {
        List<string> values = [];
        foreach (var parameter in new QueryStringEnumerable(context.Request.QueryString.Value))
        {
            if (parameter.DecodeName().Span.SequenceEqual(name))
                values.Add(parameter.DecodeValue().ToString());
        }
        return values;
    }

    /// <summary>Only <c>true</c>, in any letter case, is true.</summary>
    public bool Flag(string name) => "true".Equals(Query(name), StringComparison.OrdinalIgnoreCase);

    /// <summary>The <c>{version}</c> of the path, trimmed; null stands for the latest.</summary>
    public Result<VersionChoice, RegistryError> Version()
    {
        var text = Segment("version");
        var trimmed = text.Trim();
        if (trimmed.Equals("latest", StringComparison.OrdinalIgnoreCase) || trimmed == "-1")
            return VersionChoice.Latest;
        if (!int.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return RegistryError.InvalidVersion(text);
        return number >= 1 ? new VersionChoice(new SchemaVersion(number)) : RegistryError.InvalidVersion(number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>An integer of the path or the query that is none makes the whole resource unknown, as it does in the reference.</summary>
    public static int? Integer(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public Result<Paging, RegistryError> Paging(int defaultLimit = int.MaxValue)
    {
        if (!TryReadInteger("offset", 0, out var offset) || !TryReadInteger("limit", -1, out var limit))
            return StandardErrors.NotFound;
        if (offset < 0)
            return StandardErrors.NegativeOffset;
        return new Paging(offset, limit > 0 && limit <= defaultLimit ? limit : defaultLimit);
    }

    public Deleted DeletedFilter() => Flag("deletedOnly") ? Deleted.Only : Flag("deleted") ? Deleted.Include : Deleted.Exclude;

    /// <summary>The <c>context</c> of the query, in which names without a context of their own belong.</summary>
    public string ContextParameter() => Query("context") is { Length: > 0 } name ? Subject.Parse(name.StartsWith('.') ? $":{name}:" : name).Context : Subject.DefaultContext;

    /// <summary>Which associations are asked for; an unknown lifecycle makes the whole resource unknown, as a number that is none does.</summary>
    public Result<AssociationFilter, RegistryError> AssociationFilter()
    {
        var name = Query("lifecycle");
        var lifecycle = AssociationNames.ParseLifecycle(name);
        if (lifecycle is null && !string.IsNullOrEmpty(name))
            return StandardErrors.NotFound;
        return new AssociationFilter(Query("resourceType") ?? AssociationNames.Topic, [.. QueryAll("associationType")], lifecycle);
    }

    /// <summary>With <c>dryRun</c> a decision is made and nothing of it written.</summary>
    public Func<RegistryState, Result<Plan<T>, RegistryError>> DryRun<T>(Func<RegistryState, Result<Plan<T>, RegistryError>> decide)
        where T : notnull
    {
        if (!Flag("dryRun"))
            return decide;
        return state => decide(state).TryGet(out var plan, out var refusal) ? new Plan<T>(plan.Answer) : refusal;
    }

    /// <summary>How the client wants to see a version (spec 4.2, 4.3).</summary>
    public SchemaView View(Rendering rendering, TagFilter tags, RegistryState state, SubjectVersion version)
    {
        if (!context.Request.QueryString.HasValue)
            return SchemaView.Plain;
        return new(
            rendering.Render(state, RegisteredSchema.At(version), Query("format")),
            Query("referenceFormat") == "qualified",
            tags.Find(state, version, [.. QueryAll("findTags")]));
    }

    /// <summary>The body as JSON; null where it is missing, blank or a JSON null.</summary>
    public Task<Result<JsonBody, RegistryError>> ReadBodyAsync() => JsonBody.ReadAsync(context.Request, context.RequestAborted);

    private bool TryReadInteger(string name, int absent, out int value)
    {
        var text = Query(name);
        value = absent;
        if (string.IsNullOrEmpty(text))
            return true;
        if (Integer(text) is not { } number)
            return false;
        value = number;
        return true;
    }
}

/// <summary>A version that a client names; null is the latest.</summary>
public readonly record struct VersionChoice(SchemaVersion? Number)
{
    public static readonly VersionChoice Latest = new(null);
}

/// <summary>Which part of a list is wanted.</summary>
public readonly record struct Paging(int Offset, int Limit)
{
    public IEnumerable<T> Of<T>(IEnumerable<T> items) => items.Skip(Offset).Take(Limit);
}
