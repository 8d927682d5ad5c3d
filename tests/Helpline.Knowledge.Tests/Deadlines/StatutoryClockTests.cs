using Helpline.Knowledge.Content;
using Helpline.Knowledge.Deadlines;

namespace Helpline.Knowledge.Tests.Deadlines;

public sealed class StatutoryClockTests
{
    private static readonly KnowledgeSnapshot Content = ContentLoader.Load(Repository.Content);
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public void For_RequestReceived_YieldsTheSixSixteenAndTwentyWeeks()
    {
        var duties = For(("request-received", new(2026, 10, 5)));

        Assert.Equal(
            [("ehc-decision-to-assess", new DateOnly(2026, 11, 16)), ("ehc-no-plan-decision", new(2027, 1, 25)), ("ehc-final-plan", new(2027, 2, 22))],
            duties.Select(d => (d.Id, d.Due!.Value)));
        Assert.Equal([-4, 66, 94], duties.Select(d => d.DaysLeft!.Value));
        Assert.Equal([true, false, false], duties.Select(d => d.IsOverdue));
    }

    [Fact]
    public void For_ReviewMeeting_YieldsPapersReportDecisionAndFinalPlan() => Assert.Equal(
        ["annual-review-papers", "annual-review-report", "annual-review-decision-4-weeks", "amended-plan-12-weeks"],
        For(("review-meeting", new(2026, 10, 12))).Select(d => d.Id));

    [Fact]
    public void For_AmendmentNotice_AlsoStartsTheFifteenDays() => Assert.Equal(
        [("draft-plan-15-days", new DateOnly(2026, 11, 23)), ("amended-plan-8-weeks", new(2027, 1, 4))],
        For(("amendment-notice", new(2026, 11, 9))).Select(d => (d.Id, d.Due!.Value)));

    [Fact]
    public void For_LetterAndCertificate_IsOneAppealDutyByTheLaterDate()
    {
        var duties = For(("decision-letter", new(2026, 10, 1)), ("mediation-certificate", new(2026, 11, 29)));

        var appeal = Assert.Single(duties, d => d.Deadline.Topic == "appeal-deadlines");
        Assert.Equal(("sen-appeal-two-months", new DateOnly(2027, 1, 4), new DateOnly(2026, 11, 29)), (appeal.Id, appeal.Due!.Value, appeal.Second!.Value));
    }

    [Fact]
    public void For_OrderToAssess_YieldsEachStage() => Assert.Equal(
        [("order-assess.1", new DateOnly(2026, 11, 16)), ("order-assess.2", new(2027, 1, 11)), ("order-assess.3", new(2027, 2, 8))],
        For(("order-assess", new(2026, 11, 2))).Select(d => (d.Id, d.Due!.Value)));

    [Fact]
    public void For_Alternatives_YieldTheOneThatTheDateStandsFor()
    {
        var duty = Assert.Single(For(("appeal-conceded", new(2026, 11, 2))));

        Assert.Equal(new DateOnly(2026, 12, 7), duty.Due);
        Assert.Null(duty.Step);
    }

    [Fact]
    public void For_PlanContinuing_IsNeverOverdueNorBinding()
    {
        var duty = Assert.Single(For(("cease-notice", new(2026, 3, 1))), d => d.Id == "ceasing-plan-continues");

        Assert.True(duty.DaysLeft < 0);
        Assert.False(duty.IsOverdue);
        Assert.False(duty.IsBinding);
    }

    [Fact]
    public void For_SchoolDays_HaveNoDateButAReasonAndComeLast()
    {
        var duties = For(("exclusion-begins", new(2026, 11, 2)), ("pre-action-letter", new(2026, 11, 2)));

        Assert.Equal(["pre-action-reply", "sixth-day-provision"], duties.Select(d => d.Id));
        Assert.Null(duties[1].Due);
        Assert.Contains("school's own calendar", duties[1].Reason, StringComparison.Ordinal);
        Assert.False(duties[1].IsOverdue);
    }

    [Fact]
    public void For_EveryEventAtOnce_YieldsEveryLimitInOrderAndNeverThrows()
    {
        var duties = For([.. Content.ClockEvents.Select(e => (e.Id, new DateOnly(2026, 11, 2)))]);

        // Said by the two months from the letter, once both dates are known.
        Assert.Equal(Content.Deadlines.Ids.Except(["sen-appeal-one-month-certificate"]).Order(), duties.Select(d => d.Deadline.Id).Distinct().Order());
        Assert.Equal(duties.Select(d => d.Due ?? DateOnly.MaxValue).Order(), duties.Select(d => d.Due ?? DateOnly.MaxValue));
        Assert.Equal(duties.Count, duties.Select(d => d.Id).Distinct().Count());
    }

    [Fact]
    public void For_UnknownEventOrNone_YieldsNothing()
    {
        Assert.Empty(For());
        Assert.Empty(For(("nothing-of-the-kind", new(2026, 11, 2))));
    }

    [Fact]
    public void For_EventGivenTwice_CountsTheLater() =>
        Assert.Equal(new DateOnly(2026, 11, 16), For(("pre-action-letter", new(2026, 10, 1)), ("pre-action-letter", new(2026, 11, 2)))[0].Due);

    private static IReadOnlyList<ClockDuty> For(params (string Event, DateOnly Date)[] events) =>
        StatutoryClock.For(events.Select(e => new EventDate(e.Event, e.Date)), Today, Content);
}
