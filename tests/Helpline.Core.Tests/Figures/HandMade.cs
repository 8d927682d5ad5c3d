using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;

namespace Helpline.Core.Tests.Figures;

/// <summary>Contacts with exact moments, made by the same verbs the services use.</summary>
internal static class HandMade
{
    private static readonly AdviserId Adviser = AdviserId.New();

    /// <summary>A call answered after a wait and closed so long after the answer.</summary>
    public static Contact Answered(DateTime arrived, TimeSpan wait, TimeSpan handling)
    {
        var contact = Taken(Joined(arrived), arrived + wait);
        contact.Answer(arrived + wait);
        Close(contact, arrived + wait + handling);
        return contact;
    }

    /// <summary>A call whose caller gave up after a wait in the queue.</summary>
    public static Contact GaveUp(DateTime arrived, TimeSpan wait)
    {
        var contact = Joined(arrived);
        contact.Abandon(arrived + wait);
        return contact;
    }

    /// <summary>A call whose caller rang off during the greeting.</summary>
    public static Contact LeftBeforeQueue(DateTime arrived)
    {
        var contact = Contact.ArriveByVoice(arrived);
        contact.Abandon(arrived.AddSeconds(40));
        return contact;
    }

    /// <summary>A caller still in the queue.</summary>
    public static Contact Joined(DateTime arrived)
    {
        var contact = Contact.ArriveByVoice(arrived);
        contact.JoinQueue(arrived);
        return contact;
    }

    /// <summary>A message left instead of waiting.</summary>
    public static Contact Message(DateTime arrived, DateTime replyDue)
    {
        var contact = Contact.ArriveByVoice(arrived);
        contact.BecomeVoicemail(arrived.AddMinutes(1), replyDue);
        return contact;
    }

    /// <summary>An enquiry; with a reply when a moment for it is given.</summary>
    public static Contact Enquiry(DateTime arrived, DateTime replyDue, DateTime? repliedAt = null)
    {
        var contact = Contact.ArriveByEnquiry(arrived, replyDue);
        if (repliedAt is { } replied)
        {
            Close(Taken(contact, replied.AddMinutes(-20)), replied);
        }

        return contact;
    }

    private static Contact Taken(Contact contact, DateTime at)
    {
        var offer = Offer.Make(contact.Id, Adviser, at, TimeSpan.FromSeconds(20));
        contact.Offer(offer, at);
        contact.Accept(offer, at);
        return contact;
    }

    private static void Close(Contact contact, DateTime at)
    {
        contact.Record(new ContactRecord { DispositionCode = "advice-given" }, at);
        contact.EndConversation(at, TimeSpan.FromMinutes(3), ProcessContext.System);
        contact.Close(at);
    }
}
