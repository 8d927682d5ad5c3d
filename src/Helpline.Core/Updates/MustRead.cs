namespace Helpline.Core.Updates;

/// <summary>A piece of legal news that advisers must have read, as the knowledge base has it. Core knows no more of it.</summary>
/// <param name="Id">The update's id.</param>
/// <param name="SkillIds">The skills (topic groups) that depend on it.</param>
public sealed record MustRead(string Id, IReadOnlySet<string> SkillIds);
