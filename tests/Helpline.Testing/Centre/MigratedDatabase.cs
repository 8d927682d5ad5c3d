using Microsoft.Data.Sqlite;

namespace Helpline.Testing.Centre;

/// <summary>The newest schema, made by the migrations once for each run of tests and copied from then on; migrating afterwards finds nothing to do.</summary>
public static class MigratedDatabase
{
    private static readonly Lock Gate = new();
    private static readonly string Template = Path.Combine(Directory.CreateTempSubdirectory("helpline-schema-").FullName, "helpline.db");
    private static bool isKept;

    /// <summary>Puts the schema where a database is to be, unless there is one already or none was kept yet.</summary>
    public static void CopyTo(string file)
    {
        lock (Gate)
        {
            if (isKept && !File.Exists(file))
            {
                File.Copy(Template, file);
            }
        }
    }

    /// <summary>Keeps the schema of a database that was just made by the migrations and holds nothing yet.</summary>
    public static void Keep(string connectionString)
    {
        lock (Gate)
        {
            if (isKept)
            {
                return;
            }

            using var connection = new SqliteConnection(connectionString);
            connection.Open();
            using var copy = connection.CreateCommand();
            copy.CommandText = "VACUUM INTO $file";
            copy.Parameters.AddWithValue("$file", Template);
            copy.ExecuteNonQuery();
            isKept = true;
        }
    }
}
