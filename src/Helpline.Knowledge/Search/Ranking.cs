namespace Helpline.Knowledge.Search;

/// <summary>How the parts of a score are weighed against each other. Tuned on one half of the relevance questions.</summary>
internal static class Ranking
{
    /// <summary>How much the best passage of a document counts beside its head.</summary>
    public const double PassageShare = 0.9;

    /// <summary>How much the best whole question of a document counts beside its head.</summary>
    public const double QuestionShare = 1;

    /// <summary>How much the words of the law that a phrase stands for count beside what was typed.</summary>
    public const double LayWords = 0.1;

    /// <summary>How much the words of a topic count in guessing the topic.</summary>
    public const double TopicIndex = 0.5;

    /// <summary>How much families' phrases count in guessing the topic.</summary>
    public const double TopicPhrases = 0.125;

    /// <summary>How much the comparison with all that is said of a topic counts in guessing it.</summary>
    public const double TopicModel = 3;

    /// <summary>Of the first three articles each has a topic of its own while the next topic is at least so likely beside the first: who guesses shows choices.</summary>
    public const double Doubt = 0.75;

    /// <summary>How much a likely topic lifts its articles beside the text.</summary>
    public const double Prior = 8;

    /// <summary>How much a topic that is not the article's chief one lifts it.</summary>
    public const double SecondTopic = 0.7;

    /// <summary>Articles below this share of the best score match by chance.</summary>
    public const double Cut = 0.15;

    /// <summary>How much a word as it was said, or two, counts beside a unit of meaning, in what is said of a topic.</summary>
    public const double ModelOwnWords = 0.7;

    /// <summary>The power that damps what is said of a topic again and again.</summary>
    public const float ModelDamping = 0.3f;

    /// <summary>How much the text of an article counts beside a question, in learning what is said of a topic.</summary>
    public const double ModelBody = 0.5;
}
