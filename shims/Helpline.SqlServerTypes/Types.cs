namespace Microsoft.SqlServer.Server;

/// <summary>Custom binary serialisation of a CLR user-defined type. Helpline has none; SqlClient's code names the type.</summary>
public interface IBinarySerialize
{
    /// <summary>Reads the value.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes the value.</summary>
    void Write(BinaryWriter w);
}

/// <summary>How a CLR user-defined type or aggregate is serialised.</summary>
public enum Format
{
    /// <summary>Not stated.</summary>
    Unknown = 0,

    /// <summary>Native layout.</summary>
    Native = 1,

    /// <summary>By <see cref="IBinarySerialize"/>.</summary>
    UserDefined = 2,
}

/// <summary>Whether a CLR function reads user data.</summary>
public enum DataAccessKind
{
    /// <summary>It does not.</summary>
    None = 0,

    /// <summary>It does.</summary>
    Read = 1,
}

/// <summary>Whether a CLR function reads system data.</summary>
public enum SystemDataAccessKind
{
    /// <summary>It does not.</summary>
    None = 0,

    /// <summary>It does.</summary>
    Read = 1,
}

/// <summary>Marks a CLR user-defined type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How the type is serialised.</summary>
    public Format Format { get; } = format;

    /// <summary>Largest serialised size in bytes; -1 for unlimited.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Whether every value has the same size.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether the bytes sort as the values do.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>The name of the validating method.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>The SQL name of the type.</summary>
    public string? Name { get; set; }
}

/// <summary>Marks a CLR user-defined aggregate.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class SqlUserDefinedAggregateAttribute(Format format) : Attribute
{
    /// <summary>The largest value <see cref="MaxByteSize"/> may have, in bytes.</summary>
    public const int MaxByteSizeValue = 8000;

    /// <summary>How the state is serialised.</summary>
    public Format Format { get; } = format;

    /// <summary>Largest serialised size in bytes.</summary>
    public int MaxByteSize { get; set; }
}

/// <summary>Marks a CLR function.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public class SqlFunctionAttribute : Attribute
{
    /// <summary>Whether it reads user data.</summary>
    public DataAccessKind DataAccess { get; set; }

    /// <summary>Whether it reads system data.</summary>
    public SystemDataAccessKind SystemDataAccess { get; set; }

    /// <summary>Whether it always gives the same result.</summary>
    public bool IsDeterministic { get; set; }

    /// <summary>Whether it computes with imprecise numbers.</summary>
    public bool IsPrecise { get; set; }

    /// <summary>The name it is registered under.</summary>
    public string? Name { get; set; }
}

/// <summary>Marks a method of a CLR user-defined type.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class SqlMethodAttribute : SqlFunctionAttribute
{
    /// <summary>Whether it is called on a null value.</summary>
    public bool OnNullCall { get; set; } = true;

    /// <summary>Whether it changes the value.</summary>
    public bool IsMutator { get; set; }

    /// <summary>Whether a null instance gives null.</summary>
    public bool InvokeIfReceiverIsNull { get; set; }
}

/// <summary>Facets of a value crossing into SQL.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.ReturnValue | AttributeTargets.Parameter, AllowMultiple = false, Inherited = false)]
public class SqlFacetAttribute : Attribute
{
    /// <summary>Whether the length is fixed.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Largest size, in the type's own unit.</summary>
    public int MaxSize { get; set; }

    /// <summary>Digits in all.</summary>
    public int Precision { get; set; }

    /// <summary>Digits after the point.</summary>
    public int Scale { get; set; }

    /// <summary>Whether null is allowed.</summary>
    public bool IsNullable { get; set; }
}

/// <summary>A CLR user-defined type is not validly declared.</summary>
public sealed class InvalidUdtException : SystemException
{
    /// <summary>Creates the exception.</summary>
    public InvalidUdtException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public InvalidUdtException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public InvalidUdtException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>SqlClient calls this with the offending type and the reason.</summary>
    internal static InvalidUdtException Create(Type udtType, string resourceReason) =>
        new($"'{udtType.FullName}' is an invalid user-defined type: {resourceReason}");
}
