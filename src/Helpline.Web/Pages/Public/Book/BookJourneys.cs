using System.Buffers.Text;
using System.Security.Cryptography;
using Helpline.Core.Enquiries;
using Helpline.Web.Pages.Public.Ask;

namespace Helpline.Web.Pages.Public.Book;

/// <summary>Keeps what is filled in on the way to a booked call, as <see cref="AskJourneys"/> does.</summary>
public sealed class BookJourneys(EnquiryJourneys journeys, IHttpContextAccessor accessor, IHostEnvironment environment)
    : Journeys<BookState>(journeys, accessor, environment, "helpline-book");

/// <summary>What has been answered on the way to a booked call. A postcode is never part of it.</summary>
public sealed record BookState
{
    /// <summary>The same form sent twice makes one booking.</summary>
    public required string FormToken { get; init; }

    public string? TopicGroupId { get; init; }

    public string? AuthorityCode { get; init; }

    public string? RegionCode { get; init; }

    /// <summary>When we ring, UTC.</summary>
    public DateTime? StartsAt { get; init; }

    /// <summary>In E.164.</summary>
    public string? Number { get; init; }

    public bool ThroughRelay { get; init; }

    public bool WantsTexts { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Happened { get; init; }

    public string? Wanted { get; init; }

    public string? Dates { get; init; }

    /// <summary>What to confirm; set once the call is booked, when everything else is gone from here.</summary>
    public BookDone? Done { get; init; }

    public bool IsComplete => StartsAt is not null && Number is not null;

    public static BookState New() => new() { FormToken = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18)) };
}

/// <summary>What the confirmation says.</summary>
/// <param name="Reference">What the parent calls the booking.</param>
/// <param name="Secret">What the link to it proves itself with.</param>
/// <param name="StartsAt">When we ring, UTC.</param>
/// <param name="IsToldMore">Whether a mail or text confirms it.</param>
public sealed record BookDone(string Reference, string Secret, DateTime StartsAt, bool IsToldMore);
