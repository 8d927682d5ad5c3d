using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Taxonomy;

namespace Helpline.Web.Pages.Public;

/// <summary>One time limit on the page of all of them; the answer only where the visitor asked for it.</summary>
public sealed record DeadlineView(Deadline Deadline, DeadlinesModel Page)
{
    public bool IsChosen => Page.Chosen?.Id == Deadline.Id;

    public DeadlineAnswer? Answer => IsChosen ? Page.Answer : null;

    public IReadOnlyList<Provision> Provisions => Page.ProvisionsOf(Deadline);

    public string? WhyNoDate => Deadline.CanBeCalculated ? null : Page.WhyNoDate(Deadline);
}
