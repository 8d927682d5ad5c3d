using System.Net;
using AngleSharp.Html.Dom;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Helpline.Core.Texts;
using Helpline.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Console;

/// <summary>Texts and adjustments on a contact in hand.</summary>
public sealed class ConsoleTextTests(ConsoleTextTests.Centre factory) : IClassFixture<ConsoleTextTests.Centre>
{
    private const string Password = "console-text-tests-only";
    private const string Article = "refused-an-assessment";

    private static int numbers = 100;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Text_PreviewedAndConfirmed_IsSentExactlyAsShown()
    {
        var (client, contact, number) = await InHandAsync("adviser1");
        var page = await client.ReadAsync($"/console/contact/{contact}", Stop);
        Assert.Equal(UkMobile.Display(number), page.QuerySelector("#text-to")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("#text-preview"));

        (string, string)[] typed = [("to", UkMobile.Display(number)), ("confirmed", "true"), ("agreed", "Write to the council – “ask for reasons”."), ("articles", Article)];
        var shown = await PostAsync(client, contact, "textPreview", typed);
        var body = shown.QuerySelector("[data-preview]")!.TextContent;
        Assert.StartsWith("SEND Helpline: Write to the council - \"ask for reasons\".\n", body, StringComparison.Ordinal);
        Assert.EndsWith($"https://helpline.test/advice/{Article}", body, StringComparison.Ordinal);
        Assert.Contains($"{TextBody.SegmentsOf(body)} of at most 4 parts", shown.QuerySelector("#text-preview")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await TextsAsync(contact));
        var mark = shown.QuerySelector("input[name=previewed]")!.GetAttribute("value")!;

        var unread = await PostAsync(client, contact, "text", [.. typed, ("previewed", mark)]);
        Assert.Contains("Confirm that nothing in it is about a child", unread.Body!.TextContent, StringComparison.Ordinal);
        var other = await PostAsync(client, contact, "text", [typed[0], typed[1], ("agreed", "Something else"), ("previewed", mark), ("nothingPersonal", "true")]);
        Assert.Contains("This is not what you last saw", other.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await TextsAsync(contact));

        var sent = await PostAsync(client, contact, "text", [.. typed, ("previewed", mark), ("nothingPersonal", "true")]);

        Assert.NotNull(sent.QuerySelector("#text-sent"));
        var kept = Assert.Single(await TextsAsync(contact));
        Assert.Equal(body, kept.Body);
        Assert.Contains("What was agreed", sent.QuerySelector("#texts-sent")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("020 7946 0123", "true", "Agreed", "This number can’t receive texts. Enter a UK mobile number, such as 07700 900123")]
    [InlineData("07700 900199", "", "Agreed", "Ask them whether this is their mobile, and that a text to it is safe")]
    [InlineData("07700 900199", "true", " ", "Enter what was agreed, or choose an article")]
    [InlineData("07700 900199", "true", "łąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłąłą", "parts and may have 4")]
    public async Task Text_WhatCannotGoOut_SaysWhyBesideTheField(string to, string confirmed, string agreed, string message)
    {
        var (client, contact, _) = await InHandAsync("adviser2");

        var answer = await PostAsync(client, contact, "textPreview", [("to", to), ("confirmed", confirmed.Length > 0 ? confirmed : "false"), ("agreed", agreed)]);

        Assert.Contains(message, answer.QuerySelector("[data-error]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(answer.QuerySelector("#text-preview"));
        Assert.Equal(to, answer.QuerySelector("#text-to")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Text_OnSomebodyElsesContact_IsNotThere()
    {
        var (_, contact, number) = await InHandAsync("adviser4");
        var other = await SignInAsync("adviser5");

        using var answer = await SendAsync(other, contact, "textPreview", [("to", number), ("confirmed", "true"), ("agreed", "Agreed")]);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Answer_ToATextedQuestion_IsShownAsATextBeforeItGoes()
    {
        var client = await SignInAsync("adviser1");
        var number = NewNumber();
        await using (var scope = factory.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<TextIntake>().ReceiveAsync(
                new IncomingText { ProviderId = $"SM{number}", From = number, Body = "Can they refuse?" }, Stop);
        }

        var contact = await TakeAsync("adviser1", number);
        var page = await client.ReadAsync($"/console/contact/{contact}", Stop);
        Assert.Contains("They wrote by text and get a link by text.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Can they refuse?", page.QuerySelector("#thread")!.TextContent, StringComparison.Ordinal);

        const string Body = "They may. [Refused](/advice/refused-an-assessment)";
        var shown = await PostAsync(client, contact, "answerPreview", [("body", Body)]);
        Assert.EndsWith($"They may. Refused: https://helpline.test/advice/{Article}", shown.QuerySelector("[data-preview]")!.TextContent, StringComparison.Ordinal);
        var mark = shown.QuerySelector("[data-send-text]")!.GetAttribute("data-send-text")!;
        using var unread = await SendAsync(client, contact, "send", [("body", Body), ("version", "0"), ("previewed", mark)]);
        Assert.Equal(HttpStatusCode.Conflict, unread.StatusCode);
        using var changed = await SendAsync(client, contact, "send", [("body", Body + "!"), ("version", "0"), ("previewed", mark), ("nothingPersonal", "true")]);
        Assert.Contains("textNotPreviewed", await changed.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.DoesNotContain(await TextsAsync(contact), t => t.Purpose == TextPurposes.AnswerInText);
    }

    [Fact]
    public async Task Adjustments_MarkedOnce_AreShownOnTheNextContactAndGoWhenNoLongerNeeded()
    {
        var (first, contact, number) = await InHandAsync("adviser1");
        var marked = await PostAsync(first, contact, "adjustments", [("kinds", "TextRelay;NoVoicemail"), ("safeHours", "after 3pm"), ("note", "Ask for <Rowan>")]);
        Assert.Contains("ring back through 18002", marked.QuerySelector("#adjustments-marked")!.TextContent, StringComparison.Ordinal);

        var (second, again, _) = await InHandAsync("adviser2", number);
        var banner = (await second.ReadAsync($"/console/contact/{again}", Stop)).QuerySelector("#adjustments-marked")!;
        Assert.Contains("Text relay: never hang up on silence", banner.TextContent, StringComparison.Ordinal);
        Assert.Contains("Safe to ring: after 3pm", banner.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ask for <Rowan>", banner.TextContent, StringComparison.Ordinal);

        var gone = await PostAsync(second, again, "forgetAdjustments");
        Assert.Null(gone.QuerySelector("#adjustments-marked"));
        await using var scope = factory.Services.CreateAsyncScope();
        var key = await scope.ServiceProvider.GetRequiredService<EnquirerKeys>().ForAsync(number, Stop);
        Assert.False(await scope.ServiceProvider.GetRequiredService<HelplineDbContext>().Adjustments.AnyAsync(a => a.EnquirerKey == key, Stop));
    }

    [Fact]
    public async Task Adjustments_NobodyKnown_SaysWhereToWriteThem()
    {
        var (client, contact, _) = await InHandAsync("adviser3", number: "");

        var answer = await PostAsync(client, contact, "adjustments", [("kinds", "MoreTime")]);

        Assert.Contains("Write it into the notes", answer.Body!.TextContent, StringComparison.Ordinal);
    }

    private static string NewNumber() => $"+447700900{Interlocked.Increment(ref numbers)}";

    /// <summary>A voicemail in the hands of an adviser who is signed in.</summary>
    private async Task<(HttpClient Client, ContactId Contact, string Number)> InHandAsync(string account, string? number = null)
    {
        var client = await SignInAsync(account);
        number ??= NewNumber();
        await using var scope = factory.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        var now = factory.Clock.GetUtcNow().UtcDateTime;
        var contact = Contact.ArriveByVoice(now);
        contact.Identify(null, number.Length == 0 ? null : number, null, await scope.ServiceProvider.GetRequiredService<EnquirerKeys>().ForAsync(number, Stop));
        contact.BecomeVoicemail(now, now.AddDays(2));
        db.Contacts.Add(contact);
        await HandAsync(db, contact, account);
        return (client, contact.Id, number);
    }

    private async Task<ContactId> TakeAsync(string account, string number)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        var key = await scope.ServiceProvider.GetRequiredService<EnquirerKeys>().ForAsync(number, Stop);
        var contact = await db.Contacts.SingleAsync(c => c.EnquirerKey == key, Stop);
        await HandAsync(db, contact, account);
        return contact.Id;
    }

    private async Task HandAsync(HelplineDbContext db, Contact contact, string account)
    {
        var now = factory.Clock.GetUtcNow().UtcDateTime;
        var adviserId = (await db.Users.SingleAsync(u => u.Email == $"{account}@helpline.test", Stop)).AdviserId!.Value;
        var adviser = await db.Advisers.SingleAsync(a => a.Id == adviserId, Stop);
        var offer = Offer.Make(contact.Id, adviserId, now, TimeSpan.FromSeconds(20));
        contact.Offer(offer, now);
        contact.Accept(offer, now);
        contact.Cite(Article, "1", now);
        db.Entry(adviser).Property(a => a.ContactId).CurrentValue = contact.Id;
        db.Entry(adviser).Property(a => a.Activity).CurrentValue = Core.Advisers.Activity.OnContact;
        await db.SaveChangesAsync(Stop);
    }

    private Task<HttpClient> SignInAsync(string account) => factory.SignInAsync(account, Password, Stop);

    private async Task<List<TextMessage>> TextsAsync(ContactId contact)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HelplineDbContext>().Texts.AsNoTracking()
            .Where(t => t.ContactId == contact && t.State != TextState.Received).ToListAsync(Stop);
    }

    private static async Task<IHtmlDocument> PostAsync(HttpClient client, ContactId contact, string handler, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(client, contact, handler, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await HelplineFactory.ReadAsync(answer, Stop);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, ContactId contact, string handler, params (string Name, string Value)[] fields)
    {
        var token = (await client.ReadAsync("/console", Stop)).QuerySelector("input[name=_token]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("_token", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await client.PostAsync(new Uri($"/console/contact/{contact}?handler={handler}", UriKind.Relative), content, Stop);
    }

    /// <summary>Tuesday 3 November 2026, with a public address, so that links are known.</summary>
    public sealed class Centre : HelplineFactory
    {
        public Centre()
        {
            At(Clock);
            With("Seed:Password", Password);
            With("RateLimits:SignIn:Permits", "1000");
            With("Twilio:PublicBaseUrl", "https://helpline.test");
        }

        public FakeTimeProvider Clock { get; } = new();
    }
}
