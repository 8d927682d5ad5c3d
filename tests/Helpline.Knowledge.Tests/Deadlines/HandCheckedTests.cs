using System.Globalization;
using Helpline.Knowledge.Content;
using Helpline.Knowledge.Deadlines;

namespace Helpline.Knowledge.Tests.Deadlines;

/// <summary>
/// Last days worked out by hand from a printed calendar, with the counting written beside each. Clocks go back on 25 October 2026,
/// 31 October 2027 and forward on 28 March 2027 and 26 March 2028; 2028 is a leap year.
/// </summary>
public sealed class HandCheckedTests
{
    private static readonly KnowledgeSnapshot Content = ContentLoader.Load(Repository.Content);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static TheoryData<string, string, string?, string, string> Cases => new()
    {
        // Weeks: the same weekday, holidays and clock changes or not.
        { "ehc-decision-to-assess", "2026-10-05", null, "2026-11-16", "Mondays 12, 19, 26 Oct, 2, 9, 16 Nov; clocks go back between" },
        { "ehc-decision-to-assess", "2026-10-25", null, "2026-12-06", "received on the Sunday the clocks go back: 1, 8, 15, 22, 29 Nov, 6 Dec" },
        { "ehc-decision-to-assess", "2027-03-01", null, "2027-04-12", "Mondays 8, 15, 22, 29 Mar, 5, 12 Apr; clocks go forward between" },
        { "ehc-decision-to-assess", "2027-03-28", null, "2027-05-09", "received on Easter Sunday, clocks forward: 4, 11, 18, 25 Apr, 2, 9 May" },
        { "ehc-no-plan-decision", "2026-07-20", null, "2026-11-09", "27 Jul, 3-31 Aug (6), 7-28 Sep (10), 5-26 Oct (14), 2, 9 Nov (16): the summer holidays count" },
        { "ehc-no-plan-decision", "2027-11-09", null, "2028-02-29", "16-30 Nov (3), 7-28 Dec (7), 4-25 Jan (11), 1-29 Feb (16)" },
        { "ehc-final-plan", "2026-10-05", null, "2027-02-22", "12-26 Oct (3), 2-30 Nov (8), 7-28 Dec (12), 4-25 Jan (16), 1-22 Feb (20)" },
        { "ehc-final-plan", "2027-10-11", null, "2028-02-28", "18, 25 Oct (2), 1-29 Nov (7), 6-27 Dec (11), 3-31 Jan (16), 7-28 Feb (20)" },
        { "ehc-final-plan", "2027-10-12", null, "2028-02-29", "a day later than the one before: leap day" },
        { "ehc-advice-six-weeks", "2026-12-24", null, "2027-02-04", "31 Dec (1), 7-28 Jan (5), 4 Feb (6): Christmas counts" },
        { "order-assess", "2026-11-02", null, "2027-02-08", "9-30 Nov (4), 7-28 Dec (8), 4-25 Jan (12), 1, 8 Feb (14)" },
        { "order-make-plan", "2026-11-02", null, "2027-01-18", "9-30 Nov (4), 7-28 Dec (8), 4, 11, 18 Jan (11)" },
        { "order-amend-plan", "2028-01-25", null, "2028-02-29", "1, 8, 15, 22, 29 Feb" },
        { "order-section-i-only", "2026-12-21", null, "2027-01-04", "28 Dec, 4 Jan" },
        { "unopposed-appeal", "2026-11-02", null, "2026-12-07", "9, 16, 23, 30 Nov, 7 Dec" },
        { "mediation-agreement-steps", "2027-03-22", null, "2027-04-05", "29 Mar, 5 Apr; clocks go forward between" },
        { "recommendation-response", "2026-11-02", null, "2026-12-07", "9, 16, 23, 30 Nov, 7 Dec" },
        { "annual-review-papers", "2027-04-05", null, "2027-03-22", "two Mondays back over the clocks going forward" },
        { "annual-review-report", "2026-10-12", null, "2026-10-26", "19, 26 Oct; clocks go back on the 25th" },
        { "annual-review-decision-4-weeks", "2027-10-11", null, "2027-11-08", "18, 25 Oct, 1, 8 Nov; clocks go back on 31 Oct" },
        { "amended-plan-8-weeks", "2026-11-09", null, "2027-01-04", "16, 23, 30 Nov (3), 7-28 Dec (7), 4 Jan (8)" },
        { "amended-plan-12-weeks", "2027-10-04", null, "2027-12-27", "11-25 Oct (3), 1-29 Nov (8), 6-27 Dec (12): a bank holiday stays" },
        { "reassessment-final-plan", "2026-10-19", null, "2027-01-25", "26 Oct (1), 2-30 Nov (6), 7-28 Dec (10), 4-25 Jan (14)" },
        { "move-notify-six-weeks", "2026-09-01", null, "2026-10-13", "Tuesdays 8-29 Sep (4), 6, 13 Oct (6)" },

        // Days from, and days beginning with.
        { "draft-plan-15-days", "2026-11-09", null, "2026-11-23", "9 Nov is day 1, 23 Nov day 15" },
        { "draft-plan-15-days", "2026-10-24", null, "2026-11-07", "24-31 Oct are 8 days, 1-7 Nov 7; clocks go back between" },
        { "draft-plan-15-days", "2027-03-20", null, "2027-04-03", "20-31 Mar are 12 days, 1-3 Apr 3; clocks go forward between" },
        { "draft-plan-15-days", "2028-02-20", null, "2028-03-05", "20-29 Feb are 10 days in a leap year, 1-5 Mar 5" },
        { "draft-plan-15-days", "2027-02-20", null, "2027-03-06", "20-28 Feb are 9 days, 1-6 Mar 6" },
        { "mediation-arrange-30-days", "2026-11-02", null, "2026-12-02", "28 days to 30 Nov, 2 more" },
        { "mediation-arrange-30-days", "2028-02-01", null, "2028-03-02", "28 days to 29 Feb, 2 more" },
        { "upper-tribunal-permission", "2028-02-01", null, "2028-02-29", "28 days in a February of 29" },
        { "upper-tribunal-permission", "2027-02-01", null, "2027-03-01", "28 days in a February of 28" },
        { "reassessment-decision", "2026-10-20", null, "2026-11-04", "11 days to 31 Oct, 4 more; clocks go back between" },
        { "penalty-notice-payment", "2026-12-14", null, "2027-01-04", "17 days to 31 Dec, 4 more" },
        { "pre-action-reply", "2026-10-20", null, "2026-11-03", "11 days to 31 Oct, 3 more" },
        { "continuing-care-28-days", "2027-03-20", null, "2027-04-17", "11 days to 31 Mar, 17 more; clocks go forward between" },

        // SEN appeals: two months from the letter, one from the certificate, the later; August and Christmas.
        { "sen-appeal-two-months", "2026-10-01", null, "2026-12-01", "the same date two months later" },
        { "sen-appeal-two-months", "2026-10-01", "2026-11-29", "2027-01-04", "29 Dec moves past 1 Jan (bank holiday), Sat 2, Sun 3" },
        { "sen-appeal-two-months", "2026-10-01", "2026-10-20", "2026-12-01", "20 Nov is earlier than 1 Dec" },
        { "sen-appeal-two-months", "2026-06-15", null, "2026-09-01", "15 Aug moves to Tue 1 Sep" },
        { "sen-appeal-two-months", "2027-06-30", null, "2027-09-01", "30 Aug moves to Wed 1 Sep" },
        { "sen-appeal-two-months", "2029-06-30", null, "2029-09-03", "30 Aug moves past Sat 1, Sun 2 Sep" },
        { "sen-appeal-two-months", "2029-07-01", null, "2029-09-01", "1 Sep is not August: it stays, though a Saturday" },
        { "sen-appeal-two-months", "2026-12-31", null, "2027-02-28", "no 31 Feb: the month's last day" },
        { "sen-appeal-two-months", "2027-12-31", null, "2028-02-29", "no 31 Feb: the month's last day, leap year" },
        { "sen-appeal-two-months", "2027-12-29", null, "2028-02-29", "29 Feb is there in a leap year" },
        { "sen-appeal-two-months", "2026-10-24", null, "2026-12-24", "Christmas Eve is not in the rule" },
        { "sen-appeal-two-months", "2026-10-25", null, "2027-01-04", "25 Dec moves past 1 Jan, Sat 2, Sun 3" },
        { "sen-appeal-two-months", "2027-10-27", null, "2028-01-04", "27 Dec moves past Sat 1, Sun 2, the substitute day Mon 3 Jan" },
        { "sen-appeal-two-months", "2028-11-01", null, "2029-01-02", "Mon 1 Jan moves to Tue 2 Jan" },
        { "sen-appeal-two-months", "2028-10-31", null, "2029-01-02", "31 Dec moves past 1 Jan" },
        { "sen-appeal-two-months", "2029-10-31", null, "2030-01-02", "31 Dec moves past Tue 1 Jan" },
        { "sen-appeal-two-months", "2026-11-02", null, "2027-01-02", "2 Jan is not in the rule: it stays, though a Saturday" },
        { "sen-appeal-one-month-certificate", "2028-01-31", null, "2028-02-29", "no 31 Feb: the month's last day, leap year" },
        { "sen-appeal-one-month-certificate", "2027-01-31", null, "2027-02-28", "no 31 Feb: the month's last day" },
        { "sen-appeal-one-month-certificate", "2026-07-31", null, "2026-09-01", "31 Aug moves to Tue 1 Sep" },
        { "sen-appeal-one-month-certificate", "2026-11-29", "2026-12-15", "2027-02-15", "two months from the letter are later" },
        { "mediation-contact-adviser", "2026-06-15", null, "2026-08-15", "the August rule is for appeals only" },
        { "ceasing-plan-continues", "2027-06-30", null, "2027-09-01", "as long as an appeal can be made" },

        // Other months.
        { "annual-review-12-months", "2025-11-20", null, "2026-11-19", "begins with the day: the day before the anniversary" },
        { "annual-review-12-months", "2027-03-01", null, "2028-02-29", "the day before 1 Mar in a leap year" },
        { "annual-review-12-months", "2028-02-29", null, "2029-02-28", "no 29 Feb in 2029: the month's last day" },
        { "dd-claim-six-months", "2026-06-01", null, "2026-11-30", "begins with the day: the day before 1 Dec" },
        { "dd-claim-six-months", "2026-02-10", null, "2026-08-09", "August does not move a disability claim" },
        { "dd-claim-six-months", "2026-06-28", null, "2026-12-27", "nor does Christmas" },
        { "dd-claim-six-months", "2027-08-31", null, "2028-02-29", "no 31 Feb: the month's last day, leap year" },
        { "dd-county-court", "2026-06-01", null, "2026-11-30", "six months less a day" },
        { "phase-transfer-feb", "2028-09-01", null, "2028-02-14", "before 15 Feb of that year" },
        { "phase-transfer-march", "2029-09-01", null, "2029-03-30", "before 31 Mar of that year" },
        { "phase-transfer-post16-five-months", "2028-07-31", null, "2028-02-29", "no 31 Feb: the month's last day, leap year" },
        { "move-review", "2026-09-01", "2025-10-10", "2026-11-30", "9 Oct 2026 is earlier than 30 Nov" },
        { "move-review", "2026-09-01", "2026-05-20", "2027-05-19", "12 months beginning with 20 May 2026" },
        { "sar-one-month", "2028-01-31", null, "2028-02-29", "no 31 Feb: the month's last day, leap year" },
        { "ombudsman-12-months", "2028-02-29", null, "2029-02-28", "no 29 Feb in 2029" },
        { "judicial-review", "2026-11-30", null, "2027-02-28", "no 30 Feb: the month's last day" },

        // Working days of England.
        { "mediation-certificate-no-mediation", "2026-12-23", null, "2026-12-30", "24 (1), not 25-28, 29 (2), 30 (3)" },
        { "mediation-certificate-no-mediation", "2027-03-24", null, "2027-03-31", "25 (1), not Good Friday to Easter Monday, 30 (2), 31 (3)" },
        { "mediation-certificate-no-mediation", "2028-04-13", null, "2028-04-20", "not 14-17, 18 (1), 19 (2), 20 (3)" },
        { "mediation-certificate-after", "2029-03-29", null, "2029-04-05", "not 30 Mar-2 Apr, 3 (1), 4 (2), 5 (3)" },
        { "mediation-certificate-after", "2030-04-18", null, "2030-04-25", "not 19-22, 23 (1), 24 (2), 25 (3)" },
        { "mediation-certificate-after", "2030-12-23", null, "2030-12-30", "24 (1), not 25, 26, 27 (2), 30 (3)" },
        { "move-transfer-plan", "2026-11-02", null, "2026-11-20", "2-6 (5), 9-13 (10), 16-20 (15): the first day counts" },
        { "move-transfer-plan", "2026-12-14", null, "2027-01-06", "14-18 (5), 21-24 (9), 29-31 (12), 4-6 Jan (15)" },
        { "move-transfer-plan", "2026-11-02", "2027-01-10", "2027-01-10", "known early enough: on the day of the move" },
        { "icb-change-15-working-days", "2026-11-02", null, "2026-11-23", "3-6 (4), 9-13 (9), 16-20 (14), 23 (15)" },
        { "foi-20-days", "2027-12-20", null, "2028-01-20", "21-24 (4), 29-31 (7), 4-7 Jan (11), 10-14 (16), 17-20 (20); 27, 28 Dec and 3 Jan are substitute days" },
        { "foi-20-days", "2029-12-17", null, "2030-01-17", "18-21 (4), 24 (5), 27, 28 (7), 31 (8), 2-4 Jan (11), 7-11 (16), 14-17 (20)" },
        { "transport-appeal-stage1", "2029-03-26", null, "2029-04-25", "27-29 (3), 3-6 Apr (7), 9-13 (12), 16-20 (17), 23-25 (20)" },
        { "pep-20-working-days", "2028-12-18", null, "2029-01-18", "19-22 (4), 27-29 (7), 2-5 Jan (11), 8-12 (16), 15-18 (20)" },
        { "social-care-45-days", "2027-03-08", null, "2027-05-13", "9-25 Mar (13), 30 Mar-2 Apr (17), 5-30 Apr (37), 4-7 May (41), 10-13 (45)" },

        // Working days of the Tribunal.
        { "la-response-to-appeal", "2026-10-05", null, "2026-11-16", "6-30 Oct (19), 2-13 Nov (29), 16 (30)" },
        { "la-response-to-appeal", "2026-07-20", null, "2026-09-29", "21-31 Jul (9), not August, 1-25 Sep (28), 28, 29 (30)" },
        { "la-response-to-appeal", "2026-12-14", null, "2027-02-02", "15-24 Dec (8), not to 1 Jan, 4-29 Jan (28), 1, 2 Feb (30)" },
        { "appeal-bundle", "2026-11-30", null, "2026-11-16", "27-23 (5), 20-16 (10)" },
        { "appeal-bundle", "2027-01-11", null, "2026-12-18", "8-4 Jan (5), 24-21 Dec (9), 18 (10)" },
        { "appeal-bundle", "2026-09-07", null, "2026-07-24", "4-1 Sep (4), not August, 31-27 Jul (9), 24 (10)" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Answer_HandCheckedCase_GivesItsDate(string id, string trigger, string? second, string due, string how)
    {
        var deadline = Content.Deadlines.Find(id)!;

        var answer = DeadlineCalculator.Answer(
            deadline, new DeadlineQuestion { Id = id, Trigger = Day(trigger), Second = second is null ? null : Day(second) }, Content.WorkingDays);

        Assert.True(answer.Due == Day(due), $"{id} from {trigger}: {answer.Due} instead of {due}, counted so: {how}");
    }

    /// <summary>Autumn half-term 26 to 30 October, training days 27 November and 4 January, half-term 15 to 19 February.</summary>
    [Theory]
    [InlineData("irp-application-15-school-days", "2026-10-19", "2026-11-16", "20-23 Oct (4), 2-6 Nov (9), 9-13 (14), 16 (15)")]
    [InlineData("governors-50-school-days", "2026-11-02", "2027-01-27", "3-6 (4), 9-20 (14), 23-26 (18), to 18 Dec (33), 5-8 Jan (37), 11-22 (47), 25-27 (50)")]
    [InlineData("sixth-day-provision", "2026-10-22", "2026-11-05", "22, 23 Oct (2), 2-5 Nov (6)")]
    [InlineData("off-site-direction-notice", "2027-01-06", "2026-12-18", "5 Jan (1), not 4 Jan, 18 Dec (2)")]
    [InlineData("governors-reconsider", "2027-02-11", "2027-03-04", "12 Feb (1), 22-26 (6), 1-4 Mar (10)")]
    [InlineData("school-record-15-days", "2026-12-14", "2027-01-19", "15-18 Dec (4), 5-8 Jan (8), 11-15 (13), 18, 19 (15)")]
    public void Answer_SchoolDays_CountByTheSchoolsCalendar(string id, string trigger, string due, string how)
    {
        Assert.True(SchoolCalendar.TryRead(
            ["2 September 2026 to 18 December 2026", "2027-01-04..2027-03-25"],
            ["26/10/2026 to 30/10/2026", "27 November 2026", "Monday 4 January 2027", "15 2 2027 to 19 2 2027"],
            out var school,
            out var error), error);

        var answer = DeadlineCalculator.Answer(
            Content.Deadlines.Find(id)!, new DeadlineQuestion { Id = id, Trigger = Day(trigger), School = school }, Content.WorkingDays);

        Assert.True(answer.Due == Day(due), $"{id} from {trigger}: {answer.Due} instead of {due}, counted so: {how}");
    }
}
