namespace Helpline.Knowledge.Deadlines;

/// <summary>A letter template that helps to chase a time limit.</summary>
/// <param name="Id">The template's id.</param>
/// <param name="Title">Its title.</param>
public sealed record DeadlineLetter(string Id, string Title);
