using System.Globalization;

namespace Helpline.Web.Editing;

/// <summary>The beginnings of new files: every field that has to be there, to be filled in.</summary>
public static class NewTexts
{
    // The name of an update begins with its day: 2026-11-25-
    private const int DateLength = 11;

    /// <summary>The text to begin with.</summary>
    /// <param name="file">The file.</param>
    /// <param name="title">Its title.</param>
    /// <param name="topic">The id of its chief topic.</param>
    /// <param name="today">The day in London.</param>
    public static string For(ContentFile file, string title, string topic, DateOnly today) => file.Kind switch
    {
        "updates" => Update(file, title, topic),
        "letters" => Letter(file, title, topic, today),
        _ => Article(file, title, topic, today),
    };

    private static string Article(ContentFile file, string title, string topic, DateOnly today) => $"""
        ---
        title: {Quoted(title)}
        slug: {file.Name}
        summary: ""
        topics: [{topic}]
        provisions: []
        deadlines: []
        audience: both
        reviewed: {Day(today)}
        reviewBy: {Day(today.AddMonths(6))}
        lawAsAt: {Day(today)}
        sources: []
        aliases: []
        questions: []
        related: []
        ---
        ## What to do next

        1.

        ## What the law says


        """.ReplaceLineEndings("\n");

    private static string Update(ContentFile file, string title, string topic) => $"""
        ---
        id: {file.Name[DateLength..]}
        title: {Quoted(title)}
        published: {file.Name[..(DateLength - 1)]}
        kind: case
        topics: [{topic}]
        provisions: []
        mustRead: true
        sources: []
        ---


        """.ReplaceLineEndings("\n");

    private static string Letter(ContentFile file, string title, string topic, DateOnly today) => $"""
        ---
        id: {file.Name}
        title: {Quoted(title)}
        summary: ""
        topics: [{topic}]
        provisions: []
        deadlines: []
        reviewed: {Day(today)}
        reviewBy: {Day(today.AddMonths(6))}
        lawAsAt: {Day(today)}
        sources: []
        fields: []
        legalBasis: ""
        ---


        """.ReplaceLineEndings("\n");

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
