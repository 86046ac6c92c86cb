namespace Registry.Client;

/// <summary>Whether softly deleted versions count.</summary>
public enum Deleted
{
    Exclude,
    Include,
}

/// <summary>How a deletion deletes.</summary>
public enum Deletion
{
    /// <summary>Lists no longer show it; it can still be read by id, and be registered again.</summary>
    Soft,

    /// <summary>For ever; what is to go must have been deleted softly before.</summary>
    Permanent,
}
