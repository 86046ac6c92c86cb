using Registry.Schemas;

namespace Registry.Domain;

/// <summary>A refusal: its code and, word for word, the message that clients match on. One function for each (spec 3).</summary>
public sealed record RegistryError(ErrorCode Code, string Message)
{
    /// <summary>40401 is answered with 404, 409 with itself.</summary>
    public int HttpStatus => (int)Code >= 1000 ? (int)Code / 100 : (int)Code;

    public static RegistryError SubjectNotFound(Subject subject) => new(ErrorCode.SubjectNotFound, $"Subject '{subject}' not found.");

    public static RegistryError VersionNotFound(int version) => new(ErrorCode.VersionNotFound, $"Version {version} not found.");

    public static RegistryError SchemaNotFound() => new(ErrorCode.SchemaNotFound, "Schema not found");

    public static RegistryError SchemaNotFound(string idOrGuid) => new(ErrorCode.SchemaNotFound, $"Schema {idOrGuid} not found");

    public static RegistryError SubjectSoftDeleted(Subject subject) =>
        new(ErrorCode.SubjectSoftDeleted, $"Subject '{subject}' was soft deleted.Set permanent=true to delete permanently");

    public static RegistryError SubjectNotSoftDeleted(Subject subject) =>
        new(ErrorCode.SubjectNotSoftDeleted, $"Subject '{subject}' was not deleted first before being permanently deleted");

    public static RegistryError VersionSoftDeleted(VersionKey key) =>
        new(ErrorCode.VersionSoftDeleted, $"Subject '{key.Subject}' Version {key.Version} was soft deleted.Set permanent=true to delete permanently");

    public static RegistryError VersionNotSoftDeleted(VersionKey key) =>
        new(ErrorCode.VersionNotSoftDeleted, $"Subject '{key.Subject}' Version {key.Version} was not deleted first before being permanently deleted");

    public static RegistryError CompatibilityNotConfigured(Subject subject) =>
        new(ErrorCode.SubjectLevelCompatibilityNotConfigured, $"Subject '{subject}' does not have subject-level compatibility configured");

    public static RegistryError ModeNotConfigured(Subject subject) =>
        new(ErrorCode.SubjectLevelModeNotConfigured, $"Subject '{subject}' does not have subject-level mode configured");

    public static RegistryError Incompatible(Subject subject, IEnumerable<string> messages) => new(
        ErrorCode.IncompatibleSchema,
        $"Schema being registered is incompatible with an earlier schema for subject \"{subject}\", details: [{string.Join(", ", messages)}]");

    public static RegistryError InvalidSchema(string details) => new(ErrorCode.InvalidSchema, details);

    public static RegistryError InvalidVersion(string version) => new(
        ErrorCode.InvalidVersion,
        $"The specified version '{version}' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");

    public static RegistryError InvalidCompatibilityLevel() => new(
        ErrorCode.InvalidCompatibilityLevel,
        "Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive, forward_transitive, and full_transitive");

    public static RegistryError InvalidMode() => new(ErrorCode.InvalidMode, "Invalid mode. Valid values are READWRITE, READONLY, IMPORT and FORWARD.");

    public static RegistryError ForwardOnlyGlobally() => new(ErrorCode.InvalidMode, "Forward mode only supported on global level");

    public static RegistryError ReadOnly(Subject subject) => NotInMode(subject, "in read-only mode");

    public static RegistryError NotReadWrite(Subject subject) => NotInMode(subject, "not in read-write mode");

    public static RegistryError NotImport(Subject subject) => NotInMode(subject, "not in import mode");

    public static RegistryError ModesAreFixed() => new(ErrorCode.OperationNotPermitted, "Mode changes are not allowed");

    public static RegistryError ImportOverSubjects() => new(ErrorCode.OperationNotPermitted, "Cannot import since found existing subjects");

    public static RegistryError IdHasOtherContent(SchemaId id, Subject subject) =>
        new(ErrorCode.OperationNotPermitted, $"Overwrite new schema with id {id} in context {subject.QualifiedContext} is not permitted.");

    public static RegistryError Referenced(VersionKey key) => new(
        ErrorCode.ReferenceExists,
        $"One or more references exist to the schema {{magic=1,keytype=SCHEMA,subject={key.Subject},version={key.Version}}}.");

    public static RegistryError InvalidSubject(Subject subject) => new(ErrorCode.InvalidSubject, $"The specified subject '{subject}' is not a valid.");

    public static RegistryError ContextNotEmpty(Subject context) => new(ErrorCode.ContextNotEmpty, $"The specified context '{context}' is not empty.");

    public static RegistryError SchemaTooLarge(int bytes, int limit) => new(
        ErrorCode.SchemaTooLarge,
        $"Register operation failed because schema is too large: its record takes {bytes} bytes, the limit is {limit}");

    public static RegistryError IdsExhausted(Subject subject) => new(
        ErrorCode.OperationNotPermitted,
        $"The context '{subject.Context}' has given out its last id, {int.MaxValue}; no further schema can be registered in it");

    public static RegistryError VersionsExhausted(Subject subject) => new(
        ErrorCode.OperationNotPermitted,
        $"Subject '{subject.Name}' has given out its last version, {int.MaxValue}; no further schema can be registered under it");

    public static RegistryError AssociationNotFound(string resource) => new(ErrorCode.AssociationNotFound, $"Association for '{resource}' not found.");

    public static RegistryError AssociationExists(string type, string resource) =>
        new(ErrorCode.AssociationExists, $"An association of type '{type}' already exists for resource '{resource}'");

    public static RegistryError SubjectHasAssociation(Subject subject) => new(ErrorCode.SubjectHasAssociation, $"An association already exists for subject '{subject}'");

    public static RegistryError SubjectHasStrongAssociation(Subject subject) =>
        new(ErrorCode.SubjectHasStrongAssociation, $"A strong association already exists for subject '{subject}'");

    public static RegistryError NoActiveVersion(Subject subject) => new(ErrorCode.NoActiveVersion, $"No active (non-deleted) version exists for subject '{subject}'");

    public static RegistryError AssociationFrozen(AssociationKey key) =>
        new(ErrorCode.AssociationFrozen, $"The association of type  '{key.Type}' is frozen for subject '{key.Subject}'");

    public static RegistryError InvalidAssociation(string property, string detail) =>
        new(ErrorCode.InvalidAssociation, $"The association specified an invalid value for property: '{property}', detail: {detail}");

    public static RegistryError NoAssociations() => InvalidAssociation("associations", "cannot be null or empty");

    public static RegistryError SubjectHasSchemas() => InvalidAssociation("frozen", "cannot create a frozen association when schemas already exist in the subject");

    public static RegistryError SubjectReferenced(Subject subject) => new(ErrorCode.ReferenceExists, $"One or more references exist to the schema {subject}.");

    public static RegistryError NotForReferences(Subject subject) =>
        new(ErrorCode.OperationNotPermitted, $"Subject '{subject}' has a strong association and cannot be referenced");

    public static RegistryError ReadOnlyForAssociations(Subject subject) =>
        new(ErrorCode.OperationNotPermitted, $"Subject {subject.LocalName} in context {subject.Context} is in read-only mode");

    // The reference prints a whole default context as "null".
    private static RegistryError NotInMode(Subject subject, string state) => new(
        ErrorCode.OperationNotPermitted,
        $"Subject {(subject == Subject.Default ? "null" : subject.Name)} in context {subject.QualifiedContext} is {state}");
}
