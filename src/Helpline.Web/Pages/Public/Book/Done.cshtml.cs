namespace Helpline.Web.Pages.Public.Book;

public sealed class DoneModel(BookJourneys journeys) : BookPage(journeys)
{
    public BookDone Booked => State.Done!;

    protected override bool IsAfter => true;

    public void OnGet()
    {
    }
}
