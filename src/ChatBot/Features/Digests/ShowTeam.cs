using ChatBot.Chat;

namespace ChatBot.Features.Digests;

/// <summary>Answers "team digest": what may be told about the team of who asks, and about no other.</summary>
internal sealed class ShowTeam(TeamFigures figures, TeamAnswer answer, Programme programme) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel) => new(new CardContent("team", await Card(asked, cancel)));

    private async Task<TeamCard> Card(Asked asked, CancellationToken cancel)
    {
        if (programme.IsPrivate)
        {
            return answer.PrivateMode;
        }

        var week = await figures.Latest(asked.Today, cancel) ?? throw new InvalidOperationException("The figures of a week were neither there nor made.");
        return answer.Of(week, asked.Self.Person!.Value, asked.Today, unasked: false);
    }
}
