using Helpline.Knowledge.Deadlines;

namespace Helpline.Knowledge.Content;

/// <summary>What the second form of content asks of a body: citations, and time limits printed from the data.</summary>
/// <param name="OwnDeadlines">The limits that the body is about.</param>
internal sealed record BodyRules(IReadOnlyList<Deadline> OwnDeadlines);
