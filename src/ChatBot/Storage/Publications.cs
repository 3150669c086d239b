using ChatBot.Domain.Calendar;
using ChatBot.Domain.Groups;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>The figures of each week, as they were made once. Nothing but multiples of 5 is stored of anybody's class.</summary>
internal static class Publications
{
    /// <summary>The latest week of which figures were made; null where none were.</summary>
    public static Task<PublicationRow?> Latest(BotDb db, CancellationToken cancel) =>
        db.Publications.AsNoTracking().OrderByDescending(x => x.Week).FirstOrDefaultAsync(cancel);

    /// <summary>The week's; null where none were made.</summary>
    public static Task<PublicationRow?> Of(BotDb db, Week week, CancellationToken cancel)
    {
        var name = week.ToString();
        return db.Publications.AsNoTracking().SingleOrDefaultAsync(x => x.Week == name, cancel);
    }

    /// <summary>The publication of a row, for the viewers of the given directory.</summary>
    public static async Task<Publication> Restore(BotDb db, PublicationRow row, OrgTree today, Cohort cohort, CancellationToken cancel)
    {
        var rows = await db.GroupFigures.AsNoTracking().Where(x => x.Week == row.Week).ToListAsync(cancel);
        var week = WeekOf(row);
        return Publication.Restore(today, cohort, week, rows.Select(x => Figure(x, cohort.Quarter, week)));
    }

    /// <summary>Stores a week's figures. Inside the caller's filling transaction.</summary>
    public static void Write(BotDb db, PublicationRow row, Publication publication)
    {
        db.InsertMissing([row]);
        db.InsertMissing([.. publication.Figures.Select(figure => Row(row.Week, figure))]);
    }

    /// <summary>The week of a row.</summary>
    public static Week WeekOf(PublicationRow row) =>
        Week.TryParse(row.Week, out var week) ? week : throw new InvalidOperationException("Figures have no week.");

    /// <summary>The quarter of a row.</summary>
    public static Quarter QuarterOf(PublicationRow row) =>
        Quarter.TryParse(row.Quarter, out var quarter) ? quarter : throw new InvalidOperationException("Figures have no quarter.");

    private static GroupFigureRow Row(string week, GroupFigure figure) => new()
    {
        Week = week,
        Unit = figure.Unit,
        Size = figure.Size,
        Heavy = figure.Rounded(figure.Heavy),
        Light = figure.Rounded(figure.Light),
        Other = figure.Rounded(figure.Other),
        NoUseSeen = figure.Split is { } split ? figure.Rounded(split.NoUseSeen) : null,
        NotClassified = figure.Split is { } halves ? figure.Rounded(halves.NotClassified) : null,
        HeavyTrend = figure.Trend?.Heavy,
        LightTrend = figure.Trend?.Light,
        OtherTrend = figure.Trend?.Other,
    };

    private static GroupFigure Figure(GroupFigureRow row, Quarter quarter, Week week) => new()
    {
        Unit = row.Unit,
        Quarter = quarter,
        Week = week,
        Size = row.Size,
        Heavy = GroupCount.Of(row.Heavy, row.Size),
        Light = GroupCount.Of(row.Light, row.Size),
        Other = GroupCount.Of(row.Other, row.Size),
        Split = row is { NoUseSeen: { } noUse, NotClassified: { } notClassified } ? new GroupSplit(GroupCount.Of(noUse, row.Size), GroupCount.Of(notClassified, row.Size)) : null,
        Trend = row is { HeavyTrend: { } heavy, LightTrend: { } light, OtherTrend: { } other } ? new GroupTrend(heavy, light, other) : null,
    };
}
