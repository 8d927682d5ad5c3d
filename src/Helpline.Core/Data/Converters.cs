using Helpline.Core.Advisers;
using Helpline.Core.Blocks;
using Helpline.Core.Bookings;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Helpline.Core.Legs;
using Helpline.Core.OutsideNumbers;
using Helpline.Core.Publishing;
using Helpline.Core.Recall;
using Helpline.Core.Recordings;
using Helpline.Core.Routing;
using Helpline.Core.Surges;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Helpline.Core.Data;

internal sealed class ContactIdConverter() : ValueConverter<ContactId, Guid>(id => id.Value, value => new ContactId(value));

internal sealed class CallIdConverter() : ValueConverter<CallId, Guid>(id => id.Value, value => new CallId(value));

internal sealed class AdviserIdConverter() : ValueConverter<AdviserId, Guid>(id => id.Value, value => new AdviserId(value));

internal sealed class OfferIdConverter() : ValueConverter<OfferId, Guid>(id => id.Value, value => new OfferId(value));

internal sealed class RoomLegIdConverter() : ValueConverter<RoomLegId, Guid>(id => id.Value, value => new RoomLegId(value));

internal sealed class RecordingIdConverter() : ValueConverter<RecordingId, Guid>(id => id.Value, value => new RecordingId(value));

internal sealed class EnquiryIdConverter() : ValueConverter<EnquiryId, Guid>(id => id.Value, value => new EnquiryId(value));

internal sealed class ContentVersionIdConverter() : ValueConverter<ContentVersionId, Guid>(id => id.Value, value => new ContentVersionId(value));

internal sealed class RecallIdConverter() : ValueConverter<RecallId, Guid>(id => id.Value, value => new RecallId(value));

internal sealed class OutsideNumberIdConverter() : ValueConverter<OutsideNumberId, Guid>(id => id.Value, value => new OutsideNumberId(value));

internal sealed class SurgeIdConverter() : ValueConverter<SurgeId, Guid>(id => id.Value, value => new SurgeId(value));

internal sealed class RerouteIdConverter() : ValueConverter<RerouteId, Guid>(id => id.Value, value => new RerouteId(value));

internal sealed class BlockIdConverter() : ValueConverter<BlockId, Guid>(id => id.Value, value => new BlockId(value));

internal sealed class BookingIdConverter() : ValueConverter<BookingId, Guid>(id => id.Value, value => new BookingId(value));

/// <summary>Databases do not keep the kind of a moment; all of ours are UTC.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    at => at,
    at => DateTime.SpecifyKind(at, DateTimeKind.Utc));
