using System.Globalization;
using System.Xml;
using Helpline.Core.Locations;
using Helpline.Knowledge;
using Helpline.Knowledge.Updates;

namespace Helpline.Web.Hosting;

/// <summary>What feed readers and search engines read: the feed of updates, the site map, and what they may look at.</summary>
public static class SiteFiles
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string SiteMap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Rooms that are not for search engines.</summary>
    private static readonly string[] Closed = ["/console", "/manage", "/sign-in", "/enquiries", "/feedback", "/search", "/helpful"];

    private static readonly XmlWriterSettings Written = new() { Async = false, Indent = true };

    public static IEndpointRouteBuilder MapSiteFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/updates/feed", (HttpRequest request, IKnowledgeBase knowledge, SiteAddress site) =>
            Xml("application/atom+xml; charset=utf-8", xml => WriteFeed(xml, knowledge.Current, path => site.Of(request, path)))).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/sitemap.xml", (HttpRequest request, IKnowledgeBase knowledge, AuthorityDirectory authorities, SiteAddress site) =>
            Xml("application/xml; charset=utf-8", xml => WriteSiteMap(xml, PublicAddresses.All(knowledge.Current, authorities), path => site.Of(request, path)))).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/robots.txt", (HttpRequest request, SiteAddress site) =>
            Results.Text($"User-agent: *\n{string.Concat(Closed.Select(path => $"Disallow: {path}\n"))}Sitemap: {site.Of(request, "/sitemap.xml")}\n", "text/plain")).AllowAnonymous().ExcludeFromDescription();
        return app;
    }

    private static IResult Xml(string type, Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Written))
        {
            write(xml);
        }

        return Results.Bytes(stream.ToArray(), type);
    }

    private static void WriteFeed(XmlWriter xml, KnowledgeSnapshot known, Func<string, string> full)
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, "en-GB");
        xml.WriteElementString("id", Atom, full("/updates"));
        xml.WriteElementString("title", Atom, $"{SiteName.Full}: changes in the law");
        // A feed without entries was last changed when the law was last checked.
        xml.WriteElementString("updated", Atom, Moment(known.Updates.Count > 0 ? known.Updates.Max(u => u.Published) : known.Provisions.Max(p => p.LawAsAt)));
        Link(xml, "self", "application/atom+xml", full("/updates/feed"));
        Link(xml, "alternate", "text/html", full("/updates"));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, SiteName.Full);
        xml.WriteEndElement();
        foreach (var update in known.Updates)
        {
            WriteEntry(xml, update, known, full);
        }

        xml.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter xml, LegalUpdate update, KnowledgeSnapshot known, Func<string, string> full)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, full($"/updates/{update.Id}"));
        xml.WriteElementString("title", Atom, update.Title);
        xml.WriteElementString("published", Atom, Moment(update.Published));
        xml.WriteElementString("updated", Atom, Moment(update.Published));
        Link(xml, "alternate", "text/html", full($"/updates/{update.Id}"));
        foreach (var topic in update.Topics)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", topic);
            xml.WriteAttributeString("label", known.Topics.Find(topic)!.Label);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteAttributeString("xml", "base", null, full("/"));
        xml.WriteString(update.ParentHtml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void WriteSiteMap(XmlWriter xml, IEnumerable<PublicAddress> addresses, Func<string, string> full)
    {
        xml.WriteStartElement("urlset", SiteMap);
        foreach (var address in addresses)
        {
            xml.WriteStartElement("url", SiteMap);
            xml.WriteElementString("loc", SiteMap, full(address.Path));
            if (address.Changed is { } day)
            {
                xml.WriteElementString("lastmod", SiteMap, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Moment(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
}
