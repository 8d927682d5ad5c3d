using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Web.Seeding;

/// <summary>Which story is behind which contact, and whose call somebody has taken.</summary>
internal sealed class SeedBook
{
    private readonly Dictionary<ContactId, (Story Story, string? Call)> pages = [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>Contacts in the queue or ringing; while there are none the router has nothing to look at.</summary>
    public int Waiting { get; private set; }

    /// <summary>Contacts so far.</summary>
    public int Count => pages.Count;

    /// <summary>The story of a contact; null for one that seeding did not invent.</summary>
    public (Story Story, string? Call)? Find(ContactId contactId) => pages.TryGetValue(contactId, out var page) ? page : null;

    public void Note(ContactId contactId, Story story) => pages[contactId] = (story, null);

    /// <summary>A contact joined the queue.</summary>
    public void Join() => Waiting++;

    /// <summary>A contact left the queue: taken, or given up.</summary>
    public void Leave() => Waiting--;

    public async Task NoteCallAsync(SeedCentre centre, Story story, string call)
    {
        var contactId = await centre.Do<HelplineDbContext, ContactId>(
            db => db.Calls.Where(c => c.ProviderCallId == call).Select(c => c.ContactId).SingleAsync());
        pages[contactId] = (story, call);
    }

    public void Take(string call) => taken.Add(call);

    public bool IsTaken(string call) => taken.Contains(call);
}
