using Bogus;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Hours;
using Helpline.Core.Locations;
using Helpline.Knowledge;
using Helpline.Knowledge.Taxonomy;

namespace Helpline.Web.Seeding;

/// <summary>Invents the contacts of some weeks from one number, so that the same number invents the same weeks.</summary>
internal sealed class StoryTeller
{
    private readonly Faker faker;
    private readonly KnowledgeSnapshot knowledge;
    private readonly OpeningHours hours;
    private readonly Authority[] authorities;
    private readonly float[] authorityWeights;

    public StoryTeller(int random, KnowledgeSnapshot knowledge, AuthorityDirectory places, OpeningHours hours)
    {
        faker = new Faker("en_GB") { Random = new Randomizer(random) };
        this.knowledge = knowledge;
        this.hours = hours;
        authorities = [.. places.Authorities];
        authorityWeights = Shares(authorities.Select(a => Size(a.Type)));
    }

    public Randomizer Random => faker.Random;

    /// <summary>The contacts of a span of time (UTC), in order.</summary>
    public IReadOnlyList<Story> Tell(int contacts, DateTime from, DateTime until)
    {
        var first = DateOnly.FromDateTime(from.ToLondon());
        DateOnly[] days = [.. Enumerable.Range(0, DateOnly.FromDateTime(until.ToLondon()).DayNumber - first.DayNumber + 1).Select(first.AddDays)];
        var open = Shares(days.Select(d => hours.ShiftsOn(d, Channel.Voice).Count == 0 ? 0 : Weights.Day(d)));
        var any = Shares(days.Select(Weights.Day));
        var moments = new List<(DateTime At, Road Road)>(contacts);
        for (var tries = 0; moments.Count < contacts && tries < contacts * 20; tries++)
        {
            var road = faker.Random.WeightedRandom([Road.Call, Road.Enquiry, Road.Message], [0.68f, 0.26f, 0.06f]);
            var day = faker.Random.WeightedRandom(days, road == Road.Call ? open : any);
            if (MomentOn(day, road) is { } at && at >= from && at < until)
            {
                moments.Add((at, road));
            }
        }

        return [.. moments.OrderBy(m => m.At).Select(m => Invent(m.At, m.Road))];
    }

    private DateTime? MomentOn(DateOnly day, Road road)
    {
        float[] byHour = Shares(Enumerable.Range(0, 24).Select(h => road == Road.Call ? Weights.CallHour(h) : Weights.WritingHour(h)));
        var hour = faker.Random.WeightedRandom([.. Enumerable.Range(0, 24)], byHour);
        var at = day.LondonMidnightUtc().AddHours(hour).AddSeconds(faker.Random.Int(0, 3_599));
        var isOpen = hours.StatusAt(at, Channel.Voice) is OpeningStatus.Open;
        return road switch
        {
            Road.Call => isOpen ? at : null,
            Road.Message => isOpen ? null : at,
            Road.Enquiry => at,
        };
    }

    private Story Invent(DateTime at, Road road)
    {
        var topic = ChooseTopic(at.Month);
        var authority = faker.Random.Bool(0.74f) ? faker.Random.WeightedRandom(authorities, authorityWeights) : null;
        var stages = Weights.Stages(topic.Group).Where(knowledge.Stages.Contains).ToArray();
        var outcomes = Weights.Outcomes.Where(o => knowledge.Outcomes.Contains(o.Id)).ToArray();
        var outcome = faker.Random.WeightedRandom(outcomes, Shares(outcomes.Select(o => o.Weight)));
        var patience = faker.Random.Bool(0.05f) ? Between(2, 14) : TimeSpan.FromSeconds(20 + Exponential(270));
        var answersSurvey = faker.Random.Bool(road == Road.Enquiry ? 0.3f : 0.4f);
        return new Story
        {
            At = at,
            Road = road,
            TopicId = topic.Id,
            GroupId = topic.Group,
            TopicLabel = topic.Label,
            AuthorityCode = authority?.Code,
            RegionCode = authority?.RegionCode,
            StageId = stages.Length > 0 && faker.Random.Bool(0.85f) ? stages[Math.Min((int)Exponential(0.9), stages.Length - 1)] : null,
            RoleId = Choose(Weights.Roles),
            AgeBand = faker.Random.Bool(0.8f) ? Choose(Weights.AgeBands) : null,
            Name = faker.Random.Bool(0.7f) ? faker.Name.FullName() : null,
            Number = faker.Random.Bool(0.9f) ? $"+447700900{faker.Random.Int(0, 999):000}" : null,
            Email = $"{faker.Internet.UserName().ToLowerInvariant()}@example.org",
            OutcomeId = outcome.Id,
            Referral = outcome.Referral is { } referral && knowledge.ReferralDestinations.Contains(referral) ? referral : null,
            NamesTopic = faker.Random.Bool(0.7f),
            NamesPlace = faker.Random.Bool(0.6f),
            Greeting = Between(20, 75),
            Patience = patience,
            Work = TimeSpan.FromMinutes(road == Road.Enquiry ? LogNormal(19, 0.45, 5, 70) : LogNormal(11, 0.55, 2, 55)),
            WrapUp = Between(45, 170),
            CallerHangsUp = faker.Random.Bool(0.3f),
            Helped = answersSurvey ? Score(0.88f) : null,
            NextStepClear = answersSurvey && faker.Random.Bool(0.85f) ? Score(0.83f) : null,
            RatesAfter = TimeSpan.FromHours(faker.Random.Double(0.2, 40)),
        };
    }

    private Topic ChooseTopic(int month)
    {
        TopicGroup[] groups = [.. knowledge.TopicGroups];
        var group = faker.Random.WeightedRandom(groups, Shares(groups.Select(g => Weights.Group(g.Id, month))));
        Topic[] topics = [.. knowledge.TopicsIn(group.Id)];
        return faker.Random.WeightedRandom(topics, Shares(topics.Select((_, place) => 1 / (place + 1.5))));
    }

    private string Choose(IReadOnlyList<(string Id, double Weight)> from) =>
        faker.Random.WeightedRandom([.. from.Select(f => f.Id)], Shares(from.Select(f => f.Weight)));

    // Rough sizes: a county has several times the children of a borough.
    private static double Size(AuthorityType type) => type switch
    {
        AuthorityType.County => 6,
        AuthorityType.Metropolitan => 2.2,
        AuthorityType.LondonBorough => 1.8,
        AuthorityType.Unitary => 1.6,
        AuthorityType.CityCorporation => 0.03,
    };

    private int Score(float satisfied) => faker.Random.Bool(satisfied) ? faker.Random.WeightedRandom([5, 4], [0.68f, 0.32f]) : faker.Random.WeightedRandom([3, 2, 1], [0.5f, 0.3f, 0.2f]);

    private TimeSpan Between(int fromSeconds, int toSeconds) => TimeSpan.FromSeconds(faker.Random.Int(fromSeconds, toSeconds));

    private double Exponential(double mean) => -mean * Math.Log(1 - faker.Random.Double(0, 0.999));

    private double LogNormal(double median, double spread, double least, double most)
    {
        var gauss = Math.Sqrt(-2 * Math.Log(1 - faker.Random.Double(0, 0.9999))) * Math.Cos(2 * Math.PI * faker.Random.Double());
        return Math.Clamp(median * Math.Exp(spread * gauss), least, most);
    }

    // Bogus wants weights that add up to one.
    private static float[] Shares(IEnumerable<double> weights)
    {
        double[] all = [.. weights];
        var sum = all.Sum();
        return [.. all.Select(w => (float)(w / sum))];
    }
}
