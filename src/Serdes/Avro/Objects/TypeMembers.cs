using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Serialization;

namespace Registry.Serdes.Avro.Objects;

/// <summary>A property that is a field of a record.</summary>
/// <param name="Name">As <c>DataMember</c> says it, or the property's own.</param>
internal sealed record TypeMember(PropertyInfo Property, string Name)
{
    public bool IsRequired => Property.GetCustomAttribute<RequiredMemberAttribute>() is not null;
}

/// <summary>What of a type is data: its public properties, those of base types first.</summary>
internal static class TypeMembers
{
    public static IReadOnlyList<TypeMember> Of(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && property.GetCustomAttribute<IgnoreDataMemberAttribute>() is null)
            .OrderBy(property => Depth(property.DeclaringType!)).ThenBy(property => property.MetadataToken)
            .Select(property => new TypeMember(property, property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name)),
    ];

    /// <summary>The member for a field: of the same name, or else of one that differs in letter case only.</summary>
    public static TypeMember? Find(IReadOnlyList<TypeMember> members, string field) =>
        members.FirstOrDefault(member => member.Name == field) ?? members.FirstOrDefault(member => member.Name.Equals(field, StringComparison.OrdinalIgnoreCase));

    /// <summary>The constructor whose parameters are the fields; null for a type that is made without any and then set.</summary>
    public static ConstructorInfo? ConstructorOf(Type type)
    {
        if (type.GetConstructor(Type.EmptyTypes) is not null)
            return null;
        // A record also has one that copies.
        return type.GetConstructors().Where(it => it.GetParameters() is not [{ } only] || only.ParameterType != type).MaxBy(it => it.GetParameters().Length);
    }

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;
}

/// <summary>Names of types for people.</summary>
internal static class TypeNames
{
    public static string Of(Type type) => Nullable.GetUnderlyingType(type) is { } underlying
        ? $"{Of(underlying)}?"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : type.Name;
}
