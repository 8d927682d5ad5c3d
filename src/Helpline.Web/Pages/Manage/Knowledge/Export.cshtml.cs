using System.IO.Compression;
using System.Text;
using Helpline.Core.Common;
using Helpline.Core.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>Every text edited here, as the files that go into content/: unpacked over the folder, they replace what was shipped.</summary>
public sealed class ExportModel(PublishingQueries queries, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var content = await queries.ReadAsync(cancellationToken);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var text in content.Texts)
            {
                var entry = zip.CreateEntry($"content/{text.Path}");
                entry.LastWriteTime = new DateTimeOffset(text.BegunAt.ToLondon());
                await using var file = await entry.OpenAsync(cancellationToken);
                await file.WriteAsync(Encoding.UTF8.GetBytes(text.Text), cancellationToken);
            }
        }

        return File(stream.ToArray(), "application/zip", $"helpline-content-{time.LondonToday():yyyy-MM-dd}.zip");
    }
}
