using Helpline.Analytics.Data;
using Helpline.Analytics.Messages;
using MassTransit;

namespace Helpline.Analytics.Figures;

/// <summary>Adds a window's totals to the tables.</summary>
internal sealed class TotalsPublishedConsumer(FiguresInbox inbox) : IConsumer<TotalsPublished>
{
    public Task Consume(ConsumeContext<TotalsPublished> context) => inbox.AddOnceAsync(
        context.MessageId, db => Add(db, context.Message), context.CancellationToken);

    private static void Add(AnalyticsDbContext db, TotalsPublished message)
    {
        db.WindowFigures.Add(new WindowFigure
        {
            WindowId = message.WindowId,
            Week = message.WeekStarting,
            Contacts = message.Contacts,
            NotInCells = message.NotInCells,
        });
        foreach (var table in message.Tables)
        {
            db.ContactFigures.AddRange(table.Rows.Select(row => new ContactFigure
            {
                WindowId = message.WindowId,
                Dimension = table.Dimension,
                ParentCode = table.ParentCode ?? "",
                Code = row.Code,
                Week = message.WeekStarting,
                Count = row.Count,
            }));
            if (table.NotShown > 0)
            {
                db.HiddenFigures.Add(new HiddenFigure
                {
                    WindowId = message.WindowId,
                    Dimension = table.Dimension,
                    ParentCode = table.ParentCode ?? "",
                    Week = message.WeekStarting,
                    Count = table.NotShown,
                });
            }
        }
    }
}
