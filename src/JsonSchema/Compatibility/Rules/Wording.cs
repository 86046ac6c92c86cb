using Registry.Schemas;

namespace Registry.JsonSchema.Compatibility;

/// <summary>The sentences of the reference (spec 2.10).</summary>
internal enum Wording
{
    None,
    KeywordAdded,
    ValueMore,
    ValueLess,
    ValueDiffers,
    FewerElements,
    MoreElements,
    TypeDiffers,
    AddedToOpen,
    RequiredAddedToUnopen,
    RemovedFromClosed,
    RemovedNotCovered,
    AddedNotCovered,
}

internal static class Wordings
{
    public static string Text(this Wording wording, string path, Sides sides) => wording switch
    {
        Wording.KeywordAdded => $"The keyword at path '{path}' in the {sides.Reader} schema is not present in the {sides.Writer} schema",
        Wording.ValueMore => $"The value at path '{path}' in the {sides.Reader} schema is more than its value in the {sides.Writer} schema",
        Wording.ValueLess => $"The value at path '{path}' in the {sides.Reader} schema is less than its value in the {sides.Writer} schema",
        Wording.ValueDiffers => $"The value at path '{path}' is different between the {sides.Reader} and {sides.Writer} schema",
        Wording.FewerElements => $"An array or combined type at path '{path}' has fewer elements in the {sides.Reader} schema than the {sides.Writer} schema",
        Wording.MoreElements => $"An array or combined type at path '{path}' has more elements in the {sides.Reader} schema than the {sides.Writer} schema",
        Wording.TypeDiffers => $"A type at path '{path}' is different between the {sides.Reader} schema and the {sides.Writer} schema",
        Wording.AddedToOpen => $"The {sides.Reader} schema has an open content model and has a property or item at path '{path}' which is missing in the {sides.Writer} schema",
        Wording.RequiredAddedToUnopen => $"The {sides.Reader} schema has an unopen content model and has a required property at path '{path}' which is missing in the {sides.Writer} schema",
        Wording.RemovedFromClosed => $"The {sides.Reader} has a closed content model and is missing a property or item present at path '{path}' in the {sides.Writer} schema",
        Wording.RemovedNotCovered => $"A property or item is missing in the {sides.Reader} schema but present at path '{path}' in the {sides.Writer} schema and is not covered by its partially open content model",
        Wording.AddedNotCovered => $"The {sides.Reader} schema has a property or item at path '{path}' which is missing in the {sides.Writer} schema and is not covered by its partially open content model",
        _ => "",
    };
}
