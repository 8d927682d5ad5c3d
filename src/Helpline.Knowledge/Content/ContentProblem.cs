namespace Helpline.Knowledge.Content;

/// <summary>Something wrong in a content file, told to the editor: where it is and what to write.</summary>
internal sealed record ContentProblem(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}
