namespace Helpline.Knowledge.Search;

/// <summary>Guesses what a question is about.</summary>
public interface ITopicSuggester
{
    /// <summary>The likeliest topics, best first; empty when nothing fits. Never throws.</summary>
    /// <param name="question">The question in the enquirer's words.</param>
    /// <param name="top">How many topics at most; held between 1 and 20.</param>
    IReadOnlyList<TopicSuggestion> Suggest(string question, int top);
}
