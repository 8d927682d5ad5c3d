namespace Helpline.Core.Data;

/// <summary>Which database (section <c>Database</c>).</summary>
public sealed class DatabaseOptions
{
    /// <summary>The provider.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;
}

/// <summary>The databases Helpline runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>A file; one node.</summary>
    Sqlite,

    /// <summary>A server; any number of nodes.</summary>
    SqlServer,
}
