using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Taxonomy;

namespace Helpline.Knowledge.Search;

/// <summary>A topic the question may be about.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Score">1 for the best, less for the others.</param>
/// <param name="Articles">Public articles on the topic, those that fit the question first.</param>
public sealed record TopicSuggestion(Topic Topic, double Score, IReadOnlyList<Article> Articles);
