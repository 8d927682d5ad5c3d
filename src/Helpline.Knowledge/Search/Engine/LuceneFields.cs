namespace Helpline.Knowledge.Search.Engine;

/// <summary>The fields of a document of the Lucene index.</summary>
internal static class LuceneFields
{
    /// <summary>All tokens of a passage, each as often as its field counts.</summary>
    public const string Text = "text";

    /// <summary>What a passage can be narrowed down by.</summary>
    public const string Facets = "facets";
}
