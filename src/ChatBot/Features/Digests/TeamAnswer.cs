using ChatBot.Chat;
using ChatBot.Domain.Groups;
using ChatBot.Domain.Scores;

namespace ChatBot.Features.Digests;

/// <summary>From what the door of figures answers to the card: the same for who asks and for who is sent it.</summary>
internal sealed class TeamAnswer(Wording wording, HelpSettings help)
{
    /// <summary>The card while nothing about groups is told.</summary>
    public TeamCard PrivateMode => new() { Kind = TeamKind.PrivateMode, Contact = help.Human };

    /// <summary>The card of what the viewer is told about their own team.</summary>
    public TeamCard Of(TeamWeek week, Guid viewer, DateOnly today, bool unasked)
    {
        var answer = week.Publication.For(viewer, viewer);
        var figure = answer switch
        {
            GroupAnswer.Shown shown => shown.Figure,
            GroupAnswer.TooSmall small => small.Enclosing,
            _ => null,
        };
        return new TeamCard
        {
            Kind = answer switch
            {
                GroupAnswer.Shown => TeamKind.Shown,
                GroupAnswer.TooSmall => figure is null ? TeamKind.TooSmall : TeamKind.Enclosing,
                GroupAnswer.ManagerTooNew => TeamKind.ManagerTooNew,
                _ => TeamKind.NoTeam,
            },
            Numbers = figure is null ? null : Numbers(figure, week, today),
            CountedOn = wording.Day(week.Quarter.First, today),
            NextStarts = wording.Day(week.Quarter.Next.First, today),
            NextQuarter = wording.Quarter(week.Quarter.Next),
            SmallestGroup = wording.Number(week.Threshold.People),
            Contact = help.Human,
            Unasked = unasked,
        };
    }

    private TeamNumbers Numbers(GroupFigure figure, TeamWeek week, DateOnly today)
    {
        var rest = figure.Split is { } split
            ? new[] { (wording.Name(VerdictKind.Non), split.NoUseSeen), ("not classified", split.NotClassified) }
            : [($"{wording.Name(VerdictKind.Non)} or not classified", figure.Other)];
        return new TeamNumbers(
            wording.Span(figure.Week.First, figure.Week.Last),
            wording.Day(week.MadeOn, today),
            wording.Number(figure.Size),
            wording.Sentence(figure.Active.ToString()),
            Share(figure, figure.Active),
            [
                .. new[] { (wording.Name(VerdictKind.Heavy), figure.Heavy), (wording.Name(VerdictKind.Light), figure.Light) }.Concat(rest)
                    .Select(part => new TeamPart(wording.Sentence(part.Item1), $"{part.Item2} ({Share(figure, part.Item2)})")),
            ],
            figure.Split is { } halves ? wording.Sentence(halves.NotClassified.ToString()) : null,
            figure.Trend is { } trend ? new TeamSteps(trend is { Heavy: 0, Light: 0, Other: 0 }, Step(trend.Heavy), Step(trend.Light), Step(trend.Other)) : null);
    }

    /// <summary>A share as it may be told: at the ends only that it is there or beyond.</summary>
    private string Share(GroupFigure figure, GroupCount count) => figure.Percent(count) switch
    {
        10 => $"about {wording.Percent(0.10m)} or less",
        90 => $"about {wording.Percent(0.90m)} or more",
        var percent => $"about {wording.Percent(percent / 100m)}",
    };

    private string Step(int people) => people switch
    {
        0 => "as before",
        > 0 => $"{wording.Number(people)} more",
        _ => $"{wording.Number(-people)} fewer",
    };
}
