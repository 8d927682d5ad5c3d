using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Helpline.Core.Mail;
using Helpline.Core.Routing;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Core.Tests.Enquiries;

/// <summary>A centre that takes written questions, with the mail it would send.</summary>
internal sealed class EnquiryCentre : IAsyncDisposable
{
    private readonly CentreDatabase database;

    private EnquiryCentre(CentreDatabase database, CentreHost host, RecordingMail mail)
    {
        this.database = database;
        Host = host;
        Mail = mail;
    }

    public CentreHost Host { get; }

    public RecordingMail Mail { get; }

    public string Folder => database.Folder;

    public static async Task<EnquiryCentre> StartAsync()
    {
        var database = new CentreDatabase();
        var mail = new RecordingMail();
        var host = await CentreHost.StartAsync(
            database,
            new FakeTimeProvider(),
            services => services.AddSingleton<IMailSender>(mail),
            ("Twilio:PublicBaseUrl", "https://helpline.example"));
        return new EnquiryCentre(database, host, mail);
    }

    public static SubmitEnquiry Question(string token = "form-1", string? email = null) => new()
    {
        FormToken = token,
        Question = "Can the council refuse to assess?",
        Reply = email is null ? ReplyRoute.ComeBack : ReplyRoute.Email,
        Email = email,
    };

    public Task<SubmittedEnquiry> SubmitAsync(SubmitEnquiry input) =>
        Host.Do<EnquiryService, SubmittedEnquiry>(s => s.SubmitAsync(input, CancellationToken.None));

    /// <summary>An adviser who has accepted the one written contact that waits.</summary>
    public async Task<(AdviserId Adviser, ContactId Contact)> TakeUpAsync()
    {
        var adviser = await Host.AdviserAsync();
        await Host.RouteAsync();
        var offer = await Host.PendingAsync(adviser) ?? throw new InvalidOperationException("Nothing was offered.");
        await Host.Do<OfferService, AcceptOfferOutcome>(s => s.AcceptAsync(offer.Id, adviser, CancellationToken.None));
        return (adviser, offer.ContactId);
    }

    public Task<SavedDraft> DraftAsync(ContactId contact, AdviserId adviser, string body, long version) =>
        Host.Do<EnquiryService, SavedDraft>(s => s.SaveDraftAsync(contact, adviser, body, version, CancellationToken.None));

    public Task<SendAnswerOutcome> SendAsync(ContactId contact, AdviserId adviser, string body, long? version = null) =>
        Host.Do<EnquiryService, SendAnswerOutcome>(s => s.SendAnswerAsync(
            new SendAnswer { ContactId = contact, AdviserId = adviser, Body = body, DraftVersion = version }, CancellationToken.None));

    public Task<FollowUpOutcome> FollowUpAsync(EnquiryId id, string body) =>
        Host.Do<EnquiryService, FollowUpOutcome>(s => s.FollowUpAsync(id, body, CancellationToken.None));

    public Task<EnquiryAccessResult> PinAsync(string reference, string pin) =>
        Host.Do<EnquiryAccess, EnquiryAccessResult>(s => s.ByPinAsync(reference, pin, CancellationToken.None));

    public Task<EnquiryView?> ViewAsync(EnquiryId id) =>
        Host.Do<EnquiryQueries, EnquiryView?>(q => q.FindAsync(id, CancellationToken.None));

    public Task<EnquiryDesk?> DeskAsync(ContactId contact, AdviserId adviser, Guid user) =>
        Host.Do<EnquiryQueries, EnquiryDesk?>(q => q.ForContactAsync(contact, adviser, user, CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        database.Dispose();
    }

    /// <summary>A mail service that keeps what it took; it can be told to refuse.</summary>
    internal sealed class RecordingMail : IMailSender
    {
        public List<OutgoingMail> Taken { get; } = [];

        public Exception? Refusal { get; set; }

        /// <summary>Refuses only the mails to this address; null: all.</summary>
        public string? RefusedTo { get; set; }

        /// <summary>What a mail waits for before it is taken; the service is slow.</summary>
        public Task Slowness { get; set; } = Task.CompletedTask;

        public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            await Slowness;
            if (Refusal is not null && (RefusedTo ?? mail.To) == mail.To)
            {
                throw Refusal;
            }

            Taken.Add(mail);
        }
    }
}
