namespace Helpline.Knowledge.Content;

/// <summary>The content folder is broken. The message lists every problem as file:line: message.</summary>
internal sealed class ContentException(IReadOnlyList<ContentProblem> problems)
    : Exception($"The content folder has {problems.Count} problem(s):{Environment.NewLine}{string.Join(Environment.NewLine, problems)}")
{
    public IReadOnlyList<ContentProblem> Problems { get; } = problems;
}
