namespace Helpline.Web.Pages.Public.Ask;

public sealed class DoneModel(AskJourneys journeys) : AskPage(journeys)
{
    public AskDone Sent => State.Done!;

    protected override bool IsAfter => true;

    public void OnGet()
    {
    }
}
