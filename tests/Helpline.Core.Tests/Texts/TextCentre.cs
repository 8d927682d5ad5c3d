using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Helpline.Core.Routing;
using Helpline.Core.Texts;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Core.Tests.Texts;

/// <summary>A centre that texts come to, with the texts it would send.</summary>
internal sealed class TextCentre : IAsyncDisposable
{
    public const string Parent = "+447700900123";
    private readonly CentreDatabase database;
    private int ids;

    private TextCentre(CentreDatabase database, CentreHost host, RecordingTexts sent)
    {
        this.database = database;
        Host = host;
        Sent = sent;
    }

    public CentreHost Host { get; }

    public RecordingTexts Sent { get; }

    public string Folder => database.Folder;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TextCentre> StartAsync(string site = "https://helpline.example")
    {
        var database = new CentreDatabase();
        var sent = new RecordingTexts();
        var host = await CentreHost.StartAsync(
            database,
            new FakeTimeProvider(),
            services => services.Replace(ServiceDescriptor.Singleton<ITextSender>(sent)),
            ("Twilio:PublicBaseUrl", site),
            ("Twilio:CallerId", "+448081570100"));
        return new TextCentre(database, host, sent);
    }

    /// <summary>Somebody texts us.</summary>
    public Task<TextIntakeOutcome> TextAsync(string body, string from = Parent, string? id = null, int media = 0, string? optOutType = null) =>
        Host.Do<TextIntake, TextIntakeOutcome>(s => s.ReceiveAsync(
            new IncomingText { ProviderId = id ?? $"SM{++ids:D32}", From = from, Body = body, Media = media, OptOutType = optOutType }, Stop));

    public async Task<(AdviserId Adviser, ContactId Contact)> TakeUpAsync()
    {
        var adviser = await Host.AdviserAsync();
        await Host.RouteAsync();
        var offer = await Host.PendingAsync(adviser) ?? throw new InvalidOperationException("Nothing was offered.");
        await Host.Do<OfferService, AcceptOfferOutcome>(s => s.AcceptAsync(offer.Id, adviser, Stop));
        return (adviser, offer.ContactId);
    }

    public Task<SendAnswerOutcome> AnswerAsync(ContactId contact, AdviserId adviser, string body, AnswerInText? inText = null) =>
        Host.Do<EnquiryService, SendAnswerOutcome>(s => s.SendAnswerAsync(
            new SendAnswer { ContactId = contact, AdviserId = adviser, Body = body, InText = inText }, Stop));

    public Task<TextOutcome> SendAsync(ContactId contact, AdviserId adviser, string body, string? to = "07700 900123", string? previewed = null) =>
        Host.Do<TextService, TextOutcome>(s => s.SendAsync(
            new SendText { ContactId = contact, AdviserId = adviser, To = to, Body = body, Previewed = previewed ?? TextService.MarkOf(Parent, body) }, Stop));

    public Task<bool> ReportAsync(Guid id, TextState state, string? reason = null) =>
        Host.Do<TextReports, bool>(s => s.NoteAsync(id, state, null, reason, Stop));

    public Task<List<Enquiry>> EnquiriesAsync() =>
        Host.Read(db => db.Enquiries.AsNoTracking().Include(e => e.Messages).OrderBy(e => e.AskedAt).ThenBy(e => e.Id).ToListAsync(Stop));

    public Task<List<TextMessage>> TextsAsync() =>
        Host.Read(db => db.Texts.AsNoTracking().Where(t => t.State != TextState.Received).OrderBy(t => t.At).ThenBy(t => t.Id).ToListAsync(Stop));

    public Task<List<string?>> TimelineAsync(ContactId contact, string kind) =>
        Host.Read(db => db.Timeline.AsNoTracking().Where(t => t.ContactId == contact && t.Kind == kind).OrderBy(t => t.At).ThenBy(t => t.Id).Select(t => t.Code).ToListAsync(Stop));

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        database.Dispose();
    }

    /// <summary>A telephone service that keeps what it took; it can be told to refuse or to fail.</summary>
    internal sealed class RecordingTexts : ITextSender
    {
        public List<OutgoingText> Taken { get; } = [];

        public string? Refusal { get; set; }

        public Exception? Failure { get; set; }

        /// <summary>Whether a text is taken although the answer to it is lost.</summary>
        public bool LosesAnswers { get; set; }

        public Task<TextSending> SendAsync(OutgoingText text, CancellationToken cancellationToken)
        {
            if (Failure is not null)
            {
                throw Failure;
            }

            if (Refusal is not null)
            {
                return Task.FromResult(new TextSending(null, Refusal));
            }

            Taken.Add(text);
            return LosesAnswers ? throw new HttpRequestException("lost") : Task.FromResult(new TextSending($"SMout{Taken.Count}", null));
        }
    }
}
