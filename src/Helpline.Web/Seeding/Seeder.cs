using Helpline.Core.Advisers;
using Helpline.Core.Data;
using Helpline.Core.Hours;
using Helpline.Core.Locations;
using Helpline.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Web.Seeding;

/// <summary>Lives through some invented weeks with the services that serve real ones; no figure is inserted.</summary>
internal sealed class Seeder(IServiceProvider services, TravellingTime clock, DateTime until, TextWriter output)
{
    // Calls that begin later could not end in time.
    private static readonly TimeSpan LastCallBefore = TimeSpan.FromMinutes(45);

    /// <summary>Runs. Returns how many contacts there are more.</summary>
    public async Task<int> RunAsync(SeedOptions options, CancellationToken cancellationToken)
    {
        var centre = new SeedCentre(services, clock);
        var knowledge = centre.Get<IKnowledgeBase>().Current;
        var hours = centre.Get<OpeningHours>();
        var from = clock.GetUtcNow().UtcDateTime;
        var teller = new StoryTeller(options.Random, knowledge, centre.Get<AuthorityDirectory>(), hours);
        var stories = teller.Tell(options.Contacts, from, until - LastCallBefore);
        var advisers = await centre.Do<HelplineDbContext, List<AdviserId>>(
            db => db.Advisers.OrderBy(a => a.DisplayName).Select(a => a.Id).ToListAsync(cancellationToken));

        var book = new SeedBook();
        Agenda agenda = null!;
        AdviserLives adviserLives = null!;
        var floor = new SeedFloor(centre, book, advisers) { OnOffer = offer => agenda.Begin(adviserLives.OfferAsync(offer)) };
        agenda = new Agenda(clock, until) { AtEnd = floor.CloseAsync };
        adviserLives = new AdviserLives(centre, floor, book, knowledge, teller.Random);
        var enquirers = new EnquirerLives(centre, floor, book);
        var weeks = new SeedWeeks(centre, floor, hours, book, output);
        weeks.Plan(agenda, from, until, stories.Count / (until - from).TotalDays);
        foreach (var story in stories)
        {
            agenda.Begin(story.At, story.Road switch
            {
                Road.Call => enquirers.CallAsync(story),
                Road.Message => enquirers.MessageAsync(story),
                Road.Enquiry => enquirers.EnquiryAsync(story),
            });
        }

        await agenda.RunAsync(cancellationToken);
        await weeks.HandOnAsync();
        return book.Count;
    }
}
