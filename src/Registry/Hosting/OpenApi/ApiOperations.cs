using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.OpenApi;

namespace Registry.Hosting;

/// <summary>Every operation of the API, by method and route. A test holds it to the routes that there are (spec 4).</summary>
public static class ApiOperations
{
    /// <summary>The text of a schema, as it stands.</summary>
    public const string SchemaText = "schema text";

    public const string Names = "array of strings";

    public const string Numbers = "array of integers";

    public const string Number = "integer";

    /// <summary>204.</summary>
    public const string Nothing = "nothing";

    private static readonly ApiParameter s_normalize = Flag("normalize", "Treat the schema in its normal form.");
    private static readonly ApiParameter s_deleted = Flag("deleted", "Include what is soft-deleted.");
    private static readonly ApiParameter s_deletedOnly = Flag("deletedOnly", "Only what is soft-deleted; wins over deleted.");
    private static readonly ApiParameter s_format = Text("format", "How the schema's text is rendered; for Avro also resolved.");
    private static readonly ApiParameter s_qualified = Text("referenceFormat", "With qualified, subjects of references are named with their context.");
    private static readonly ApiParameter s_findTags = Text("findTags", "Lists the parts of the schema that carry this tag; * stands for any.") with { IsRepeated = true };
    private static readonly ApiParameter s_resourceType = Text("resourceType", "The type of resource; topic is the only one.");
    private static readonly ApiParameter s_associationType = Text("associationType", "key or value.") with { IsRepeated = true };
    private static readonly ApiParameter s_lifecycle = Text("lifecycle", "STRONG or WEAK.");
    private static readonly ApiParameter s_contextOfNames = Text("context", "The context of subjects that are named without one.");
    private static readonly ApiParameter s_dryRun = Flag("dryRun", "Only say whether it could be done.");
    private static readonly ApiParameter s_permanent = Flag("permanent", "Delete for good what is soft-deleted.");
    private static readonly ApiParameter s_verbose = Flag("verbose", "Say why, too.");
    private static readonly ApiParameter s_defaultToGlobal = Flag("defaultToGlobal", "What is in force, wherever it is configured.");
    private static readonly ApiParameter s_force = Flag("force", "Skip the check that protects what is there.");
    private static readonly ApiParameter s_recursive = Flag("recursive", "Also the modes of the subjects below a context.");
    private static readonly ApiParameter s_offset = new("offset", JsonSchemaType.Integer, "How many to leave out from the start.");
    private static readonly ApiParameter s_limit = new("limit", JsonSchemaType.Integer, "The most to list; 0 and negative numbers stand for no limit.");
    private static readonly ApiParameter s_context = Text("subject", "Picks the context, and where it can the version.");

    private static readonly ImmutableArray<int> s_associationErrors = [40901, 40903, 40904, 40905, 40907, 40908, 42201, 42205, 42206, 42209, 42212];

    private static readonly FrozenDictionary<(string Method, string Route), ApiOperation> s_all = new Dictionary<(string, string), ApiOperation>
    {
        [("GET", "/")] = new("Is there a registry?", "Empty", []),
        [("POST", "/")] = new("Is there a registry?", "Empty", []),
        [("GET", "/v1/metadata/id")] = new("The cluster's id.", "ClusterId", []),
        [("GET", "/v1/metadata/version")] = new("The server's version.", "ServerVersion", []),
        [("GET", "/v1/metadata/deployment")] = new("What is deployed.", "Deployment", []),

        [("GET", "/subjects")] = new("Lists subjects.", Names, []) { Query = [Text("subjectPrefix", "Only names that start so; :*: stands for all contexts."), s_deleted, s_deletedOnly, s_offset, s_limit] },
        [("POST", "/subjects/{subject}")] = new("Finds the version that holds a schema.", "Version", [40401, 40403, 42201]) { Body = "SubmittedSchema", Query = [s_normalize, s_format, s_deleted] },
        [("GET", "/subjects/{subject}/metadata")] = new("The newest version with these metadata properties.", "Version", [40401, 40403])
        {
            Query = [Text("key", "A property's name.") with { IsRepeated = true }, Text("value", "Its value, at the same place.") with { IsRepeated = true }, s_format, s_deleted],
        },
        [("DELETE", "/subjects/{subject}")] = new("Deletes a subject; answers the numbers of its versions.", Numbers, [40401, 40404, 40405, 42205, 42206]) { Query = [s_permanent] },
        [("GET", "/subjects/{subject}/versions")] = new("Lists a subject's versions.", Numbers, [40401])
        {
            Query = [s_deleted, s_deletedOnly, Flag("deletedAsNegative", "Soft-deleted ones as negative numbers."), s_offset, s_limit],
        },
        [("POST", "/subjects/{subject}/versions")] = new("Registers a schema.", "Registered", [40901, 42201, 42205, 42207, 42208, 42209, 42210]) { Body = "RegistrationRequest", Query = [s_normalize, s_format, s_force] },
        [("GET", "/subjects/{subject}/versions/{version}")] = new("A version of a subject.", "Version", [40401, 40402, 42202]) { Query = [s_format, s_qualified, s_deleted, s_findTags] },
        [("DELETE", "/subjects/{subject}/versions/{version}")] = new("Deletes a version; answers its number.", Number, [40401, 40402, 40406, 40407, 42202, 42205, 42206]) { Query = [s_permanent] },
        [("GET", "/subjects/{subject}/versions/{version}/schema")] = new("The text of a version's schema.", SchemaText, [40401, 40402, 42202]) { Query = [s_format, s_deleted] },
        [("GET", "/subjects/{subject}/versions/{version}/referencedby")] = new("Ids of the schemas that refer to a version.", Numbers, [40401, 40402, 42202]) { Query = [s_deleted, s_offset, s_limit] },
        [("POST", "/subjects/{subject}/versions/{version}/tags")] = new("Makes a new version of an old one, with other tags, metadata or rules.", "Registered", [40401, 40402, 40901, 42201, 42202, 42205, 42208, 42209, 42210]) { Body = "TagChange" },

        [("GET", "/schemas")] = new("Lists versions with their schemas, 1,000 at most.", "Versions", [])
        {
            Query = [Text("subjectPrefix", "Only subjects that start so; :*: stands for all contexts."), s_deleted, Flag("latestOnly", "Only the newest version of each subject."), Flag("aliases", "Also the subjects that aliases below the prefix stand for."), Text("ruleType", "Only schemas with a rule of this type."), s_resourceType, s_associationType, s_lifecycle with { IsRepeated = true, Meaning = "Only subjects with such an association; NONE stands for those without any." }, s_offset, s_limit],
        },
        [("GET", "/schemas/types")] = new("Lists types of schemas.", Names, []),
        [("GET", "/schemas/ids/{id}")] = new("A schema by its id.", "SchemaById", [40403]) { Query = [s_context, s_format, s_qualified, s_findTags, Flag("fetchMaxId", "Also the highest id of the context.")] },
        [("GET", "/schemas/ids/{id}/schema")] = new("The text of a schema by its id.", SchemaText, [40403]) { Query = [s_context, s_format] },
        [("GET", "/schemas/ids/{id}/subjects")] = new("Subjects that hold an id.", Names, [40403]) { Query = [s_context, s_deleted, s_offset, s_limit] },
        [("GET", "/schemas/ids/{id}/versions")] = new("Versions that hold an id.", "SubjectVersions", [40403]) { Query = [s_context, s_deleted, s_offset, s_limit] },
        [("GET", "/schemas/guids/{guid}")] = new("A schema by its guid.", "SchemaByGuid", [40403]) { Query = [s_format] },
        [("GET", "/schemas/guids/{guid}/ids")] = new("Ids of a content, by context.", "ContextIds", []),

        [("POST", "/compatibility/subjects/{subject}/versions/{version}")] = new("Tests a schema against one version.", "CompatibilityReport", [40402, 42201, 42202]) { Body = "SubmittedSchema", Query = [s_normalize, s_verbose] },
        [("POST", "/compatibility/subjects/{subject}/versions")] = new("Tests a schema as a registration would.", "CompatibilityReport", [42201]) { Body = "SubmittedSchema", Query = [s_normalize, s_verbose] },
        [("POST", "/explain/subjects/{subject}/versions/{version}")] = new("Why a schema does not go with one version, and what would help.", "Explanation", [40402, 42201, 42202]) { Body = "SubmittedSchema", Query = [s_normalize] },
        [("POST", "/explain/subjects/{subject}/versions")] = new("Why a schema would not be let in, and what would help.", "Explanation", [42201]) { Body = "SubmittedSchema", Query = [s_normalize] },

        [("GET", "/config")] = new("The configuration of the default context.", "Config", []) { Query = [s_defaultToGlobal] },
        [("PUT", "/config")] = new("Changes the configuration of the default context.", "ConfigUpdate", [42203, 42205]) { Body = "ConfigUpdate" },
        [("DELETE", "/config")] = new("Removes the configuration of the default context; answers what it was.", "Config", [42205]),
        [("GET", "/config/{subject}")] = new("The configuration of a subject or context.", "Config", [40408]) { Query = [s_defaultToGlobal] },
        [("PUT", "/config/{subject}")] = new("Changes the configuration of a subject or context.", "ConfigUpdate", [42203, 42205, 42208]) { Body = "ConfigUpdate" },
        [("DELETE", "/config/{subject}")] = new("Removes the configuration of a subject or context; answers what it was.", "Config", [40401, 42205]),

        [("GET", "/mode")] = new("The mode of the default context.", "Mode", []) { Query = [s_defaultToGlobal] },
        [("PUT", "/mode")] = new("Changes the mode of the default context.", "Mode", [42204, 42205]) { Body = "Mode", Query = [s_force] },
        [("DELETE", "/mode")] = new("Removes the mode of the default context; answers what it was.", "Mode", [42205]) { Query = [s_recursive] },
        [("GET", "/mode/{subject}")] = new("The mode of a subject or context.", "Mode", [40409]) { Query = [s_defaultToGlobal] },
        [("PUT", "/mode/{subject}")] = new("Changes the mode of a subject or context.", "Mode", [42204, 42205, 42208]) { Body = "Mode", Query = [s_force] },
        [("DELETE", "/mode/{subject}")] = new("Removes the mode of a subject or context; answers what it was.", "Mode", [40401, 42205]) { Query = [s_recursive] },

        [("GET", "/contexts")] = new("Lists contexts.", Names, []) { Query = [Text("contextPrefix", "Only names that start so."), s_offset, s_limit] },
        [("GET", "/associations/subjects/{subject}")] = new("Associations of a subject.", "Associations", []) { Query = [s_resourceType, s_associationType, s_lifecycle, s_offset, s_limit] },
        [("GET", "/associations/resources/{resourceId}")] = new("Associations of a resource, by its id.", "Associations", []) { Query = [s_resourceType, s_associationType, s_lifecycle, s_offset, s_limit] },
        [("GET", "/associations/resources/{resourceNamespace}/{resourceName}")] = new("Associations of a resource, by its names; - stands for any.", "Associations", [])
        {
            Query = [s_resourceType, s_associationType, s_lifecycle, s_offset, s_limit],
        },
        [("POST", "/associations")] = new("Associates a new resource with subjects, whose schemas it may bring.", "AssociationOutcome", s_associationErrors) { Body = "AssociationRequest", Query = [s_contextOfNames, s_dryRun] },
        [("PUT", "/associations/resources/{resourceId}")] = new("Associates a resource with subjects, or changes how.", "AssociationOutcome", s_associationErrors) { Body = "AssociationRequest", Query = [s_contextOfNames, s_dryRun] },
        [("DELETE", "/associations/resources/{resourceId}")] = new("Ends associations of a resource.", Nothing, [40407, 40410, 40908, 42205, 42206])
        {
            Query = [s_resourceType, s_associationType, Flag("cascadeLifecycle", "Delete for good the subjects that the resource owns."), s_dryRun],
        },
        [("POST", "/associations:batchGet")] = new("Associations of several resources.", "AssociationOutcomes", [42212]) { Status = 207, Body = "AssociationQuestions", Query = [Flag("includeSchemas", "Also the latest schemas of the subjects.")] },
        [("POST", "/associations:batchMutate")] = new("Makes, changes and ends associations of several resources.", "AssociationOutcomes", [42212]) { Status = 207, Body = "AssociationOperations", Query = [s_contextOfNames, s_dryRun] },

        [("DELETE", "/contexts/{context}")] = new("Deletes an empty context.", Nothing, [42211]),
    }.ToFrozenDictionary();

    /// <summary>Null for an operation that nobody has described.</summary>
    public static ApiOperation? Find(string method, string route) => s_all.GetValueOrDefault((method, route));

    private static ApiParameter Flag(string name, string meaning) => new(name, JsonSchemaType.Boolean, meaning);

    private static ApiParameter Text(string name, string meaning) => new(name, JsonSchemaType.String, meaning);
}
