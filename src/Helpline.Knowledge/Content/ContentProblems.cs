namespace Helpline.Knowledge.Content;

/// <summary>Gathers every problem of a load, so that an editor sees them all at once.</summary>
internal sealed class ContentProblems
{
    private readonly List<ContentProblem> problems = [];

    public IReadOnlyList<ContentProblem> All => problems;

    public void Add(string file, int line, string message) => problems.Add(new ContentProblem(file, line, message));
}
