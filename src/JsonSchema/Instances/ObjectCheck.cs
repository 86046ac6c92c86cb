using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Instances;

/// <summary>Whether an object is accepted.</summary>
internal sealed class ObjectCheck(InstanceCheck check)
{
    public Verdict Check(ObjectNode schema, JsonObject instance) => Verdicts.All(Details(schema, instance));

    private IEnumerable<Verdict> Details(ObjectNode schema, JsonObject instance)
    {
        var count = new ExactDecimal(instance.Properties.Count, 0);
        yield return Verdicts.Of(!(count < schema.MinProperties || count > schema.MaxProperties));
        yield return Verdicts.Of(schema.Required.All(name => instance[name] is not null));
        yield return Verdicts.Of(schema.PropertyDependencies.All(it => instance[it.Key] is null || it.Value.All(name => instance[name] is not null)));
        foreach (var (name, value) in instance.Properties)
        {
            if (schema.PropertyNames is { } names)
                yield return check.Check(names, new JsonString(name));
            yield return CheckProperty(schema, name, value);
        }
        foreach (var (name, dependent) in schema.SchemaDependencies)
        {
            if (instance[name] is not null)
                yield return check.Check(dependent, instance);
        }
    }

    private Verdict CheckProperty(ObjectNode schema, string name, JsonValue value)
    {
        var isDeclared = schema.Properties.TryGetValue(name, out var property);
        var verdicts = isDeclared ? [check.Check(property!, value)] : new List<Verdict>();
        foreach (var pattern in schema.PatternProperties)
        {
            var found = check.Find(pattern.Pattern, name);
            if (found != Verdict.Invalid)
                verdicts.Add(found == Verdict.Valid ? check.Check(pattern.Schema, value) : Verdict.Unknown);
        }
        if (verdicts.Count == 0)
            verdicts.Add(CheckOther(schema, value));
        return Verdicts.All(verdicts);
    }

    private Verdict CheckOther(ObjectNode schema, JsonValue value)
    {
        if (schema.Additional.IsClosed)
            return Verdict.Invalid;
        if (schema.Additional.Schema is { } additional)
            return check.Check(additional, value);
        if (schema.Unevaluated is null || SchemaWords.Keyword(schema, "additionalProperties") is not null)
            return Verdict.Valid;
        // What else has been evaluated depends on all that stands beside it.
        return schema.IsPart || schema.SchemaDependencies.Count > 0 ? Verdict.Unknown : check.Check(schema.Unevaluated, value);
    }
}
