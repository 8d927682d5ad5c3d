using Microsoft.Data.Sqlite;

namespace Helpline.Web.Hosting;

/// <summary>
/// Where SQLite files and the keys of the encrypted columns lie. Relative paths are taken from the project's root folder and made,
/// so that a clean clone starts.
/// </summary>
public sealed record DataFolder(string KeysPath)
{
    public static DataFolder Prepare(WebApplicationBuilder builder)
    {
        var root = builder.Environment.ContentRootPath;
        if (builder.Configuration.GetValue("Database:Provider", "Sqlite") == "Sqlite")
        {
            foreach (var name in new[] { "Helpline", "Analytics" })
            {
                if (builder.Configuration.GetConnectionString(name) is { Length: > 0 } connection)
                {
                    builder.Configuration[$"ConnectionStrings:{name}"] = Rooted(connection, root);
                }
            }
        }

        var keys = Path.GetFullPath(builder.Configuration["DataProtection:KeysPath"] ?? "data/keys", root);
        Directory.CreateDirectory(keys);
        return new DataFolder(keys);
    }

    private static string Rooted(string connection, string root)
    {
        var settings = new SqliteConnectionStringBuilder(connection);
        if (settings.DataSource is "" or ":memory:")
        {
            return connection;
        }

        settings.DataSource = Path.GetFullPath(settings.DataSource, root);
        Directory.CreateDirectory(Path.GetDirectoryName(settings.DataSource)!);
        return settings.ConnectionString;
    }
}
