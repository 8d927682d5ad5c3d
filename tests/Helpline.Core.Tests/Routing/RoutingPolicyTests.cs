using FsCheck;
using FsCheck.Fluent;
using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;

namespace Helpline.Core.Tests.Routing;

public sealed class RoutingPolicyTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 10, 0, 0, DateTimeKind.Utc);
    private static readonly RoutingOptions Options = new();
    private static readonly string[] SkillPool = ["a", "b", "c", "d"];

    [Fact]
    public void Decide_SafeguardingWaits_GoesFirstWhoeverCameBefore()
    {
        var old = Call(joined: -30);
        var risk = Call(joined: 0, priority: PriorityClass.Safeguarding);

        var match = Assert.Single(RoutingPolicy.Decide([old, risk], [Idle()], Now, Options));

        Assert.Equal(risk.Id, match.ContactId);
    }

    [Fact]
    public void Decide_DeadlineAgainstStandard_DeadlineGoesFirstUntilTenMinutesWaited()
    {
        var deadline = Call(joined: 0, priority: PriorityClass.Deadline);
        Assert.Equal(deadline.Id, RoutingPolicy.Decide([Call(joined: -9), deadline], [Idle()], Now, Options)[0].ContactId);

        var patient = Call(joined: -10);
        Assert.Equal(patient.Id, RoutingPolicy.Decide([deadline, patient], [Idle()], Now, Options)[0].ContactId);
    }

    [Fact]
    public void Decide_TwoQualified_KeepsTheRarerSkillAndThenTheLongestIdle()
    {
        var both = Idle(minutes: 60, skills: ["a", "b"]);
        var onlyA = Idle(minutes: 1, skills: ["a"]);
        var alsoA = Idle(minutes: 5, skills: ["a"]);

        var match = Assert.Single(RoutingPolicy.Decide([Call(skill: "a")], [both, onlyA, alsoA], Now, Options));

        Assert.Equal(alsoA.Id, match.AdviserId);
    }

    [Fact]
    public void Decide_NobodyHasTheSkill_WidensAfterFourMinutes()
    {
        Assert.Empty(RoutingPolicy.Decide([Call(joined: -3.9, skill: "z")], [Idle(skills: ["a"])], Now, Options));
        Assert.Single(RoutingPolicy.Decide([Call(joined: -4, skill: "z")], [Idle(skills: ["a"])], Now, Options));
    }

    [Theory]
    [InlineData(Presence.Away, Activity.Idle, 0)]
    [InlineData(Presence.Offline, Activity.Idle, 0)]
    [InlineData(Presence.Available, Activity.Ringing, 0)]
    [InlineData(Presence.Available, Activity.OnContact, 0)]
    [InlineData(Presence.Available, Activity.WrapUp, 0)]
    [InlineData(Presence.Available, Activity.Idle, 16)]
    public void Decide_AdviserNotRoutable_OffersNothing(Presence presence, Activity activity, int heartbeatAge)
    {
        var adviser = new AdviserState(AdviserId.New(), presence, activity, Now, Now.AddSeconds(-heartbeatAge), new HashSet<string>());

        Assert.Empty(RoutingPolicy.Decide([Call()], [adviser], Now, Options));
    }

    [Fact]
    public void Decide_WrittenWork_LeavesAQuarterOfThosePresentIdle()
    {
        AdviserState[] four = [Idle(), Idle(), Busy(), Busy()];
        Assert.Single(RoutingPolicy.Decide([Written(), Written()], four, Now, Options));

        Assert.Equal(2, RoutingPolicy.Decide([Written(dueInHours: 1), Written(dueInHours: 2)], four, Now, Options).Count);
    }

    [Fact]
    public void Decide_SmallTeam_TakesWrittenWorkWithoutReserve() =>
        Assert.Single(RoutingPolicy.Decide([Written()], [Idle()], Now, Options));

    [Fact]
    public void Decide_NobodyIdle_ACallInterruptsADraftButWrittenWorkDoesNot()
    {
        var drafting = Busy() with { DraftMayBeInterrupted = true };

        Assert.Equal(drafting.Id, Assert.Single(RoutingPolicy.Decide([Call()], [drafting], Now, Options)).AdviserId);
        Assert.Empty(RoutingPolicy.Decide([Written()], [drafting], Now, Options));
    }

    [Fact]
    public void Decide_LineWasLost_OnlyTheSameAdviserUntilTheTimeIsUp()
    {
        var same = Idle(minutes: 0);
        var other = Idle(minutes: 50);
        var lost = Call() with { PreferredAdviserId = same.Id, PreferredUntil = Now.AddSeconds(20) };

        Assert.Equal(same.Id, Assert.Single(RoutingPolicy.Decide([lost], [other, same], Now, Options)).AdviserId);
        Assert.Empty(RoutingPolicy.Decide([lost], [other], Now, Options));
        Assert.Single(RoutingPolicy.Decide([lost], [other with { HeartbeatAt = Now.AddSeconds(20) }], Now.AddSeconds(20), Options));
    }

    [Fact]
    public void Decide_Declined_AsksAnotherAdviser()
    {
        var first = Idle(minutes: 50);
        var second = Idle();
        var contact = Call() with { DeclinedBy = [first.Id] };

        Assert.Equal(second.Id, Assert.Single(RoutingPolicy.Decide([contact], [first, second], Now, Options)).AdviserId);
        Assert.Empty(RoutingPolicy.Decide([contact], [first], Now, Options));
    }

    [Fact]
    public void Decide_AnyState_KeepsTheRules() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Gen.Zip(Contacts(), Advisers()).ToArbitrary(), state =>
        {
            var (contacts, advisers) = state;
            var matches = RoutingPolicy.Decide(contacts, advisers, Now, Options);
            var byContact = contacts.ToDictionary(c => c.Id);
            var byAdviser = advisers.ToDictionary(a => a.Id);

            Assert.Equal(matches.Count, matches.Select(m => m.ContactId).Distinct().Count());
            Assert.Equal(matches.Count, matches.Select(m => m.AdviserId).Distinct().Count());
            foreach (var match in matches)
            {
                var (contact, adviser) = (byContact[match.ContactId], byAdviser[match.AdviserId]);
                Assert.Equal(Presence.Available, adviser.Presence);
                Assert.True(adviser.Activity == Activity.Idle || (adviser.DraftMayBeInterrupted && contact.IsLive));
                Assert.True(Now - adviser.HeartbeatAt <= Options.HeartbeatFresh);
                Assert.True(contact.SkillId is null || adviser.Skills.Contains(contact.SkillId) || Now - contact.JoinedAt >= Options.WidenAfter);
            }

            // Work-conserving for calls: a call is left waiting only if no free adviser qualifies for it.
            var used = matches.Select(m => m.AdviserId).ToHashSet();
            foreach (var left in contacts.Where(c => c.IsLive && matches.All(m => m.ContactId != c.Id)))
            {
                Assert.DoesNotContain(advisers, a => !used.Contains(a.Id) && a is { Presence: Presence.Available, Activity: Activity.Idle }
                    && Now - a.HeartbeatAt <= Options.HeartbeatFresh
                    && (left.SkillId is null || a.Skills.Contains(left.SkillId) || Now - left.JoinedAt >= Options.WidenAfter));
            }

            // The same state in another order gives the same offers.
            var again = RoutingPolicy.Decide([.. contacts.Reverse()], [.. advisers.Reverse()], Now, Options);
            Assert.Equal(matches.ToHashSet(), again.ToHashSet());
        }));

    [Fact]
    public void Of_SameClass_FirstToJoinIsFirst() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Contacts().ToArbitrary(), contacts =>
        {
            var order = QueueOrder.Of(contacts, Now, Options);
            foreach (var (before, after) in order.Zip(order.Skip(1)))
            {
                var (one, two) = (QueueOrder.ClassOf(before, Now, Options), QueueOrder.ClassOf(after, Now, Options));
                Assert.True(one < two || (one == two && before.JoinedAt <= after.JoinedAt));
            }
        }));

    [Fact]
    public void Decide_SpokeWithThemBefore_IsChosenAmongThoseFree()
    {
        var longest = Idle(minutes: 50);
        var familiar = Idle(minutes: 1);
        var again = Call() with { PreferredAdviserId = familiar.Id };

        Assert.Equal(familiar.Id, Assert.Single(RoutingPolicy.Decide([again], [longest, familiar], Now, Options)).AdviserId);
        Assert.Equal(longest.Id, Assert.Single(RoutingPolicy.Decide([again], [longest, familiar with { Activity = Activity.OnContact, DraftMayBeInterrupted = true }], Now, Options)).AdviserId);
    }

    [Fact]
    public void Decide_SpokeWithThemBeforeButNeededByAnother_LosesNobodyTheirTurn()
    {
        var any = Idle(minutes: 50);
        var familiar = Idle(minutes: 1, skills: ["a"]);
        var again = Call(joined: -2) with { PreferredAdviserId = familiar.Id };

        var matches = RoutingPolicy.Decide([again, Call(joined: -1, skill: "a")], [any, familiar], Now, Options);

        Assert.Equal([any.Id, familiar.Id], matches.Select(m => m.AdviserId));
    }

    [Fact]
    public void Decide_AnySpokeBefore_ServesTheSameContactsInTheSameOrder()
    {
        var kept = 0;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(SpokenBefore().ToArbitrary(), state =>
            {
                var (contacts, advisers) = state;
                var byId = advisers.ToDictionary(a => a.Id);
                var without = RoutingPolicy.Decide([.. contacts.Select(c => c with { PreferredAdviserId = null })], advisers, Now, Options);
                var with = RoutingPolicy.Decide(contacts, advisers, Now, Options);

                Assert.Equal(without.Select(m => m.ContactId), with.Select(m => m.ContactId));
                foreach (var (before, after) in without.Zip(with).Where(pair => pair.First.AdviserId != pair.Second.AdviserId))
                {
                    var (adviser, contact) = (byId[after.AdviserId], contacts.First(c => c.Id == after.ContactId));
                    Assert.True(adviser is { Presence: Presence.Available, Activity: Activity.Idle } && Now - adviser.HeartbeatAt <= Options.HeartbeatFresh);
                    Assert.True(contact.SkillId is null || adviser.Skills.Contains(contact.SkillId) || Now - contact.JoinedAt >= Options.WidenAfter);
                    kept += after.AdviserId == contact.PreferredAdviserId ? 1 : 0;
                }

                // Nobody who writes is interrupted for it.
                Assert.Equal(without.Count(m => byId[m.AdviserId].Activity == Activity.OnContact), with.Count(m => byId[m.AdviserId].Activity == Activity.OnContact));
            }));
        Assert.True(kept > 50, $"only {kept} were asked again, so that this proves little");
    }

    [Fact]
    public void NextFor_AnyState_IsTheFirstThatFitsWhateverIsKeptBack() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Gen.Zip(Contacts(), Advisers()).ToArbitrary(), state =>
        {
            var (contacts, advisers) = state;
            var asking = Idle(skills: ["a", "b"]) with { Presence = Presence.Away };

            var next = RoutingPolicy.NextFor(asking, contacts, [.. advisers, asking], Now, Options);

            Assert.Equal(
                QueueOrder.Of(contacts, Now, Options).FirstOrDefault(c => c.SkillId is null or "a" or "b" || Now - c.JoinedAt >= Options.WidenAfter)?.Id,
                next?.Id);
        }));

    private static Gen<(WaitingContact[] Contacts, AdviserState[] Advisers)> SpokenBefore() =>
        from contacts in Contacts()
        from advisers in Advisers()
        from whom in Gen.Choose(0, 100).ArrayOf(contacts.Length)
        select (contacts.Select((c, i) => c with { PreferredAdviserId = advisers.ElementAtOrDefault(whom[i] % (advisers.Length + 2))?.Id }).ToArray(), advisers);

    private static Gen<WaitingContact[]> Contacts() => (
        from minutes in Gen.Choose(0, 40)
        from skill in Gen.Elements<string?>([null, .. SkillPool])
        from live in Gen.Elements(true, true, false)
        from priority in Gen.Elements(PriorityClass.Standard, PriorityClass.Standard, PriorityClass.Deadline, PriorityClass.Safeguarding)
        select Call(-minutes, skill, priority) with { IsLive = live }).ArrayOf(12);

    private static Gen<AdviserState[]> Advisers() => (
        from presence in Gen.Elements(Presence.Available, Presence.Available, Presence.Away)
        from activity in Gen.Elements(Activity.Idle, Activity.Idle, Activity.OnContact, Activity.WrapUp)
        from drafting in Gen.Elements(true, false)
        from idle in Gen.Choose(0, 100)
        from age in Gen.Choose(0, 20)
        from skills in Gen.SubListOf(SkillPool)
        select new AdviserState(AdviserId.New(), presence, activity, Now.AddMinutes(-idle), Now.AddSeconds(-age), skills.ToHashSet(), drafting && activity == Activity.OnContact)).ArrayOf(8);

    private static WaitingContact Call(double joined = 0, string? skill = null, PriorityClass priority = PriorityClass.Standard) =>
        new(ContactId.New(), priority, Now.AddMinutes(joined), skill, IsLive: true);

    private static WaitingContact Written(double dueInHours = 48) =>
        new(ContactId.New(), PriorityClass.Standard, Now, null, IsLive: false, Now.AddHours(dueInHours));

    private static AdviserState Idle(int minutes = 10, string[]? skills = null) =>
        new(AdviserId.New(), Presence.Available, Activity.Idle, Now.AddMinutes(-minutes), Now, (skills ?? []).ToHashSet());

    private static AdviserState Busy() => Idle() with { Activity = Activity.OnContact };
}
