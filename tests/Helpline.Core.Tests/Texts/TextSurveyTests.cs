using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Helpline.Core.Feedback;
using Helpline.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Texts;

/// <summary>Whether we helped, asked and answered by text.</summary>
public sealed class TextSurveyTests : IAsyncLifetime
{
    private TextCentre centre = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => centre = await TextCentre.StartAsync();

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Survey_AfterAnAnswer_GoesOutOnceADayLaterAndSaysNothingOfTheQuestion()
    {
        await AnsweredAsync();
        await centre.Host.PostAsync();
        Assert.DoesNotContain(centre.Sent.Taken, t => t.Body.Contains("did our answer help", StringComparison.Ordinal));

        await ADayLaterAsync();
        await ADayLaterAsync();

        var survey = Assert.Single(centre.Sent.Taken, t => t.Body.Contains("did our answer help", StringComparison.Ordinal));
        Assert.Equal(TextCentre.Parent, survey.To);
        Assert.True(TextBody.IsPlain(survey.Body) && TextBody.SegmentsOf(survey.Body) <= 2);
        Assert.Contains("reply STOP", survey.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5", 5, null)]
    [InlineData(" 4. ", 4, null)]
    [InlineData("5 4", 5, 4)]
    [InlineData("1,2", 1, 2)]
    [InlineData("3 / 5!", 3, 5)]
    public async Task Digits_AfterTheSurvey_AreItsAnswerAndNoQuestion(string body, int helped, int? next)
    {
        var contact = await AnsweredAsync();
        await ADayLaterAsync();

        Assert.Equal(TextIntakeOutcome.Survey, await centre.TextAsync(body));

        var said = (await FeedbackAsync(contact))!;
        Assert.Equal((helped, next), (said.Helped, said.NextStepClear));
        Assert.Single(Assert.Single(await centre.EnquiriesAsync()).Messages, m => m.Body == "Can they refuse?");
    }

    [Theory]
    [InlineData("6")]
    [InlineData("0")]
    [InlineData("55")]
    [InlineData("5 children")]
    [InlineData("5 4 3")]
    [InlineData("It did help, thank you")]
    public async Task Words_AfterTheSurvey_ReachAnAdviser(string body)
    {
        var contact = await AnsweredAsync();
        await ADayLaterAsync();

        Assert.Equal(TextIntakeOutcome.FollowUp, await centre.TextAsync(body));

        Assert.Null((await FeedbackAsync(contact))?.GivenAt);
    }

    [Fact]
    public async Task Digits_BeforeTheSurveyOrLongAfter_ReachAnAdviser()
    {
        await AnsweredAsync();
        await centre.Host.PostAsync();
        Assert.Equal(TextIntakeOutcome.FollowUp, await centre.TextAsync("2"));

        await ADayLaterAsync();
        centre.Host.Time.Advance(TimeSpan.FromDays(8));

        Assert.NotEqual(TextIntakeOutcome.Survey, await centre.TextAsync("2"));
    }

    [Fact]
    public async Task Digits_OfAnotherNumber_ReachAnAdviser()
    {
        await AnsweredAsync();
        await ADayLaterAsync();

        Assert.Equal(TextIntakeOutcome.NewEnquiry, await centre.TextAsync("5", from: "+447700900999"));
    }

    [Fact]
    public async Task Digits_SameTextTwice_CountOnce_AndALaterAnswerReplaces()
    {
        var contact = await AnsweredAsync();
        await ADayLaterAsync();
        await centre.TextAsync("5 5", id: "SMa");

        Assert.Equal(TextIntakeOutcome.Repeat, await centre.TextAsync("5 5", id: "SMa"));
        Assert.Equal(TextIntakeOutcome.Survey, await centre.TextAsync("2"));

        var said = (await FeedbackAsync(contact))!;
        Assert.Equal((2, 5), (said.Helped, said.NextStepClear));
    }

    [Fact]
    public async Task Survey_WhoHasSaidStopOrHasAnswered_IsNotAsked()
    {
        var contact = await AnsweredAsync();
        await centre.Host.Do<FeedbackService, bool>(s => s.GiveAsync(contact, new FeedbackInput(4, null), Stop));
        await ADayLaterAsync();
        Assert.DoesNotContain(centre.Sent.Taken, t => t.Body.Contains("did our answer help", StringComparison.Ordinal));

        await AnsweredAsync("+447700900777");
        await centre.TextAsync("STOP", from: "+447700900777");
        await ADayLaterAsync();

        Assert.DoesNotContain(centre.Sent.Taken, t => t.Body.Contains("did our answer help", StringComparison.Ordinal));
    }

    private async Task<ContactId> AnsweredAsync(string from = TextCentre.Parent)
    {
        await centre.TextAsync("Can they refuse?", from);
        var (adviser, contact) = await centre.TakeUpAsync();
        Assert.Equal(SendAnswerOutcome.Sent, await centre.AnswerAsync(contact, adviser, "They must say why."));
        return contact;
    }

    private async Task ADayLaterAsync()
    {
        centre.Host.Time.Advance(TimeSpan.FromHours(24.5));
        await centre.Host.PostAsync();
    }

    private Task<ContactFeedback?> FeedbackAsync(ContactId contact) => centre.Host.Read(db => db.Feedback.AsNoTracking().SingleOrDefaultAsync(f => f.ContactId == contact, Stop));
}
