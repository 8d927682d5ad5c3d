using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helpline.Knowledge.Content;

/// <summary>Finds the content folder when the configuration does not name it, and refuses one that is not there.</summary>
internal sealed class ContentLocator(IHostEnvironment environment) : IPostConfigureOptions<KnowledgeOptions>, IValidateOptions<KnowledgeOptions>
{
    public void PostConfigure(string? name, KnowledgeOptions options)
    {
        options.Path = string.IsNullOrWhiteSpace(options.Path)
            ? Above(environment.ContentRootPath) ?? Above(AppContext.BaseDirectory)
            : Path.GetFullPath(options.Path, environment.ContentRootPath);
        options.IndexPath = string.IsNullOrWhiteSpace(options.IndexPath)
            ? Path.Combine(Path.GetTempPath(), "helpline-index")
            : Path.GetFullPath(options.IndexPath, environment.ContentRootPath);
    }

    public ValidateOptionsResult Validate(string? name, KnowledgeOptions options)
    {
        if (options.Path is null)
        {
            return ValidateOptionsResult.Fail("No content folder was found above the program; set Content:Path to the folder that holds taxonomy/ and articles/.");
        }

        if (!Directory.Exists(options.Path))
        {
            return ValidateOptionsResult.Fail($"Content:Path is '{options.Path}', which is not a folder.");
        }

        return options.ReloadDelay > TimeSpan.Zero
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Content:ReloadDelay must be longer than nothing, for example 00:00:00.500.");
    }

    private static string? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "content");
            if (Directory.Exists(Path.Combine(candidate, "taxonomy")))
            {
                return candidate;
            }
        }

        return null;
    }
}
