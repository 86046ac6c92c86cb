namespace Registry.Client;

/// <summary>How a record's subject is named (converters spec 7.3).</summary>
public enum SubjectNameStrategy
{
    /// <summary>The subject that the registry associates with the topic; where it knows none, the fallback.</summary>
    Associated,

    /// <summary>Topic and part: <c>orders-value</c>.</summary>
    Topic,

    /// <summary>The full name of the record type: <c>shop.Order</c>.</summary>
    Record,

    /// <summary>Both: <c>orders-shop.Order</c>.</summary>
    TopicRecord,

    /// <summary>As a fallback: an association must be there.</summary>
    None,
}
