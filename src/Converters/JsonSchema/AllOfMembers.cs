using System.Runtime.CompilerServices;
using Registry.JsonSchema.Model;

namespace Registry.Converters.JsonSchema;

/// <summary>What the schemas of an allOf say together.</summary>
internal static class AllOfMembers
{
    /// <summary>The properties of all objects among them, be it through further ones and references.</summary>
    public static void Collect(CombinedNode all, OrderedDictionary<string, SchemaNode> properties, HashSet<string> required) => Collect(all, properties, required, []);

    private static void Collect(SchemaNode node, OrderedDictionary<string, SchemaNode> properties, HashSet<string> required, HashSet<SchemaNode> met)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!met.Add(node))
            return;
        switch (node)
        {
            case CombinedNode { Criterion: Criterion.AllOf } all:
                foreach (var child in all.Children)
                    Collect(child, properties, required, met);
                break;
            case ObjectNode @object:
                foreach (var (name, schema) in @object.Properties)
                    properties[name] = schema;
                required.UnionWith(@object.Required);
                break;
            case ReferenceNode { Target: { } target }:
                Collect(target, properties, required, met);
                break;
        }
    }

    /// <summary>The one that says what the values are, where none has properties (spec 4.3); null when there is none.</summary>
    public static SchemaNode? Decisive(CombinedNode all)
    {
        var children = all.Children;
        if (children.OfType<CombinedNode>().FirstOrDefault() is { } combined)
            return combined;
        var number = children.OfType<NumberNode>().FirstOrDefault();
        var text = children.OfType<StringNode>().FirstOrDefault();
        if (children.OfType<ConstNode>().FirstOrDefault() is { } @const)
            return (SchemaNode?)number ?? (SchemaNode?)text ?? @const;
        if (children.OfType<EnumNode>().FirstOrDefault() is { } @enum)
            return (SchemaNode?)number ?? @enum;
        // A format alone counts as a text.
        return (SchemaNode?)number ?? (SchemaNode?)text ?? children.OfType<ReferenceNode>().FirstOrDefault();
    }
}
