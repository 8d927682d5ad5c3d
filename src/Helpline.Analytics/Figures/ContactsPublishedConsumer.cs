using Helpline.Analytics.Data;
using Helpline.Analytics.Messages;
using MassTransit;

namespace Helpline.Analytics.Figures;

/// <summary>Adds published cells to the combinations.</summary>
internal sealed class ContactsPublishedConsumer(FiguresInbox inbox) : IConsumer<ContactsPublished>
{
    public Task Consume(ConsumeContext<ContactsPublished> context) => inbox.AddOnceAsync(
        context.MessageId, db => db.Combinations.AddRange(Rows(context.Message)), context.CancellationToken);

    private static IEnumerable<CombinationRow> Rows(ContactsPublished message) =>
        message.Cells.Select((cell, index) => new CombinationRow
        {
            WindowId = message.WindowId,
            Ordinal = index,
            Week = message.WeekStarting,
            Place = cell.AuthorityCode ?? cell.RegionCode ?? "england",
            Topic = cell.TopicId ?? cell.TopicGroupId ?? "any",
            Stage = cell.StageId ?? "any",
            Role = cell.EnquirerRoleId ?? "any",
            Channel = cell.Channel,
            Count = cell.Count,
        });
}
