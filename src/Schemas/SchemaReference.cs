namespace Registry.Schemas;

/// <summary>A schema's pointer to a version of another subject, under the name by which its text uses it.</summary>
public sealed record SchemaReference(string Name, string Subject, int Version);

/// <summary>A reference together with the text it stands for. Lists of these hold dependencies before dependents.</summary>
public sealed record ResolvedReference(SchemaReference Reference, string Text);
