using Helpline.Core.Common;

namespace Helpline.Core.Contacts;

/// <summary>What is written down about a contact. Nothing of it is needed to get help.</summary>
public sealed partial class Contact
{
    /// <summary>Longest code of the taxonomy, in characters.</summary>
    public const int CodeLength = 64;

    /// <summary>Longest notes, in characters.</summary>
    public const int NotesLength = 20_000;

    /// <summary>Longest name, number or address, in characters.</summary>
    public const int IdentifierLength = 256;

    private readonly List<Citation> citations = [];

    /// <summary>The topic, by its id in the taxonomy.</summary>
    public string? TopicId { get; private set; }

    /// <summary>The topic's group; also the skill an adviser needs. A caller may name a group and no topic.</summary>
    public string? TopicGroupId { get; private set; }

    /// <summary>The authority where the child lives (GSS code). Nothing finer is kept.</summary>
    public string? AuthorityCode { get; private set; }

    /// <summary>The authority's region, or the only thing known of the place (GSS code).</summary>
    public string? RegionCode { get; private set; }

    /// <summary>The stage of the process, by its id in the taxonomy.</summary>
    public string? StageId { get; private set; }

    /// <summary>The enquirer's role, by its id in the taxonomy.</summary>
    public string? EnquirerRoleId { get; private set; }

    /// <summary>The child's age band, such as <c>5-10</c>.</summary>
    public string? AgeBand { get; private set; }

    /// <summary>How the enquirer asked to be treated (adjustments); encrypted.</summary>
    public string? Adjustments { get; private set; }

    /// <summary>The enquirer's name, if given; encrypted.</summary>
    public string? EnquirerName { get; private set; }

    /// <summary>The enquirer's number in E.164; null when withheld; encrypted.</summary>
    public string? EnquirerNumber { get; private set; }

    /// <summary>The enquirer's e-mail address, if given; encrypted.</summary>
    public string? EnquirerEmail { get; private set; }

    /// <summary>A keyed hash of the number or address, to find earlier contacts of the same enquirer.</summary>
    public string? EnquirerKey { get; private set; }

    /// <summary>The adviser's notes; encrypted.</summary>
    public string? Notes { get; private set; }

    /// <summary>The outcome, by its id in the taxonomy; exactly one, mandatory at close.</summary>
    public string? DispositionCode { get; private set; }

    /// <summary>Where the enquirer was referred to, by ids of the taxonomy, joined by a semicolon; null when referred nowhere.</summary>
    public string? ReferralCodes { get; private set; }

    /// <summary>Whether the adviser said that no article helped.</summary>
    public bool NoArticleHelped { get; private set; }

    /// <summary>The articles the adviser relied on.</summary>
    public IReadOnlyList<Citation> Citations => citations;

    /// <summary>Keeps who is asking. Call before the contact is first saved or when the enquirer says so.</summary>
    public void Identify(string? name, string? number, string? email, string? enquirerKey)
    {
        EnquirerName = name;
        EnquirerNumber = number;
        EnquirerEmail = email;
        EnquirerKey = enquirerKey;
    }

    /// <summary>What the enquirer said about the topic before anyone answered.</summary>
    public void SetTopic(string? topicId, string? topicGroupId)
    {
        TopicId = topicId;
        TopicGroupId = topicGroupId;
    }

    /// <summary>Where the child lives, as an authority and region.</summary>
    public void SetPlace(string? authorityCode, string? regionCode)
    {
        AuthorityCode = authorityCode;
        RegionCode = regionCode;
    }

    /// <summary>What the enquirer said about child and needs in writing.</summary>
    public void SetCircumstances(string? ageBand, string? adjustments)
    {
        AgeBand = ageBand;
        Adjustments = adjustments;
    }

    /// <summary>Raises or lowers what is at stake.</summary>
    public void SetPriority(PriorityClass priority) => Priority = priority;

    /// <summary>Writes the contact form as the adviser has it now; allowed while the adviser has the contact.</summary>
    public void Record(ContactRecord record, DateTime now)
    {
        if (Status is not (ContactStatus.InProgress or ContactStatus.WrapUp))
        {
            throw new RuleBrokenException("contact.not-with-adviser");
        }

        TopicId = record.TopicId;
        TopicGroupId = record.TopicGroupId;
        AuthorityCode = record.AuthorityCode;
        RegionCode = record.RegionCode;
        StageId = record.StageId;
        EnquirerRoleId = record.EnquirerRoleId;
        AgeBand = record.AgeBand;
        EnquirerName = record.EnquirerName;
        Notes = record.Notes;
        DispositionCode = record.DispositionCode;
        IsNonData = record.IsNonData;
        ReferralCodes = record.ReferralCodes.Count == 0 ? null : string.Join(';', record.ReferralCodes.Order(StringComparer.Ordinal));
        Raise(new ContactRecorded { At = now, ContactId = Id, By = ByAdviser() });
    }

    /// <summary>Notes that an article was relied on. Citing the same version again changes nothing.</summary>
    public void Cite(string articleSlug, string articleVersion, DateTime now)
    {
        if (citations.Exists(c => c.ArticleSlug == articleSlug && c.ArticleVersion == articleVersion))
        {
            return;
        }

        citations.Add(new Citation { ContactId = Id, ArticleSlug = articleSlug, ArticleVersion = articleVersion, CitedAt = now });
        Raise(new ContactRecorded { At = now, ContactId = Id, By = ByAdviser(), Code = "cited" });
    }

    /// <summary>Notes that no article helped, or takes that back; allowed while the adviser has the contact.</summary>
    public void NoteNoArticleHelped(bool none, DateTime now)
    {
        if (Status is not (ContactStatus.InProgress or ContactStatus.WrapUp))
        {
            throw new RuleBrokenException("contact.not-with-adviser");
        }

        NoArticleHelped = none;
        Raise(new ContactRecorded { At = now, ContactId = Id, By = ByAdviser(), Code = none ? "no-article-helped" : "article-helped" });
    }

    /// <summary>Takes a citation back.</summary>
    public void Uncite(string articleSlug, DateTime now)
    {
        if (citations.RemoveAll(c => c.ArticleSlug == articleSlug) > 0)
        {
            Raise(new ContactRecorded { At = now, ContactId = Id, By = ByAdviser(), Code = "uncited" });
        }
    }
}
