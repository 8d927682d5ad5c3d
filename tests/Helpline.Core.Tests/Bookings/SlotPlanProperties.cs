using FsCheck;
using FsCheck.Fluent;
using Helpline.Core.Advisers;
using Helpline.Core.Bookings;
using Helpline.Core.Hours;

namespace Helpline.Core.Tests.Bookings;

/// <summary>Random rotas and random bookings over both weekends on which the clocks change: the rota carries what is sold.</summary>
public sealed class SlotPlanProperties
{
    private static readonly DateOnly[] Days =
        [new(2026, 3, 28), new(2026, 3, 29), new(2026, 3, 30), new(2026, 10, 24), new(2026, 10, 25), new(2026, 10, 26)];

    private static readonly string?[] Skills = [null, "a", "b"];

    private static readonly Gen<Shift> AnyShift =
        from start in Gen.Choose(0, 40)
        from length in Gen.Choose(1, 24)
        select new Shift(At(start), At(Math.Min(47, start + length)));

    private static readonly Gen<RotaAdviser> AnyAdviser =
        from week in AnyShift.ListOf(7)
        from special in AnyShift.ListOf(2)
        from off in Gen.Elements(Days)
        from other in Gen.Elements(Days)
        from skills in Gen.Elements<string[]>([], ["a"], ["b"], ["a", "b"])
        from days in Gen.Choose(0, 400)
        select new RotaAdviser
        {
            Id = AdviserId.New(),
            Week = Enum.GetValues<DayOfWeek>().ToDictionary(d => d, d => (IReadOnlyList<Shift>)[week[(int)d]]),
            Exceptions = new Dictionary<DateOnly, IReadOnlyList<Shift>> { [off] = [], [other] = [special[0]] },
            Skills = skills.ToDictionary(s => s, _ => new DateOnly(2026, 3, 1).AddDays(days)),
        };

    private static readonly Arbitrary<Case> Cases =
        (from count in Gen.Choose(0, 6)
         from advisers in AnyAdviser.ListOf(count)
         from share in Gen.Elements(0.05, 0.25, 0.34, 0.5, 0.9)
         from open in AnyShift
         from wishes in (from day in Gen.Elements(Days) from cell in Gen.Choose(0, 49) from skill in Gen.Elements(Skills) from cells in Gen.Choose(1, 3) select new Wish(day, cell, skill, cells)).ListOf(60)
         select new Case([.. advisers], share, open, [.. wishes])).ToArbitrary();

    [Fact]
    public void Take_AnyRotaAndAnyBookings_NeverExceedsWhatTheRotaCarries() => Prop.ForAll(Cases, Carries).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    /// <summary>A call that anybody can take goes to whoever can do least, so that the one who can do more can still be booked at the same time.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Take_AnybodyWillDo_LeavesWhoCanDoMoreFree(bool skilledFirst)
    {
        var day = Days[2];
        RotaAdviser OnDuty(params string[] skills) => new()
        {
            Id = AdviserId.New(),
            Week = new Dictionary<DayOfWeek, IReadOnlyList<Shift>> { [day.DayOfWeek] = [new Shift(At(18), At(34))] },
            Skills = skills.ToDictionary(s => s, _ => day),
        };
        RotaAdviser[] two = [OnDuty("a"), OnDuty()];
        RotaAdviser[] advisers = skilledFirst ? two : [.. two.Reverse()];
        var start = UkTime.Utc(day, At(20));
        SlotPlan Plan(IEnumerable<BookedCell> taken) => new(advisers, _ => [new Shift(At(18), At(34))], taken, share: 1);

        var anybody = Plan([]).Take(BookingId.New(), start, null, SlotPlan.Cell)!;

        Assert.Equal(two[1].Id, Assert.Single(anybody).AdviserId);
        Assert.Equal(two[0].Id, Assert.Single(Plan(anybody).Take(BookingId.New(), start, "a", SlotPlan.Cell)!).AdviserId);
    }

    private static bool Carries(Case c)
    {
        List<BookedCell> sold = [];
        foreach (var wish in c.Wishes)
        {
            var start = UkTime.Utc(wish.Day, TimeOnly.MinValue).AddMinutes(30 * wish.Cell);
            var plan = new SlotPlan(c.Advisers, _ => [c.Open], sold, c.Share);
            sold.AddRange(plan.Take(BookingId.New(), start, wish.Skill, wish.Cells * SlotPlan.Cell) ?? []);
        }

        return sold.GroupBy(s => s.CellAt).All(cell => HoldsIn(cell.Key, [.. cell], c))
            && sold.GroupBy(s => s.BookingId).All(b => b.Select(s => s.AdviserId).Distinct().Count() == 1);
    }

    // Counted by the clock on the wall, minute by minute, and not with the functions under test.
    private static bool HoldsIn(DateTime at, List<BookedCell> cell, Case c)
    {
        var london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        return Enumerable.Range(0, 30).All(minute =>
        {
            var wall = TimeZoneInfo.ConvertTimeFromUtc(at.AddMinutes(minute), london);
            var (day, clock) = (DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));
            bool Within(Shift s) => s.From <= clock && clock < s.To;
            var onDuty = c.Advisers.Where(a => (a.Exceptions.TryGetValue(day, out var special) ? special : a.Week[day.DayOfWeek]).Any(Within)).ToList();
            return Within(c.Open)
                && cell.Count <= Math.Floor((c.Share * onDuty.Count) + 1e-9)
                && cell.Select(s => s.AdviserId).Distinct().Count() == cell.Count
                && cell.Select(s => s.Seat).Distinct().Count() == cell.Count
                && cell.All(s => onDuty.Exists(a => a.Id == s.AdviserId && (s.SkillId is null || (a.Skills.TryGetValue(s.SkillId, out var until) && until >= day))))
                && cell.Where(s => s.SkillId is not null).GroupBy(s => s.SkillId!).All(g =>
                    g.Count() <= Math.Floor((c.Share * onDuty.Count(a => a.Skills.TryGetValue(g.Key, out var until) && until >= day)) + 1e-9)
                    && g.Select(s => s.SkillSeat).Distinct().Count() == g.Count());
        });
    }

    private static TimeOnly At(int halfHours) => new(halfHours / 2, halfHours % 2 * 30);

    private sealed record Wish(DateOnly Day, int Cell, string? Skill, int Cells);

    private sealed record Case(IReadOnlyList<RotaAdviser> Advisers, double Share, Shift Open, IReadOnlyList<Wish> Wishes);
}
