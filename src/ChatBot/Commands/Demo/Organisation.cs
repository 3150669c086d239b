using ChatBot.Domain.Calendar;

namespace ChatBot.Commands.Demo;

/// <summary>A row of <c>gaps.csv</c>: what the operator knows that no vendor reports.</summary>
internal sealed record DeclaredGap(string Scope, string Value, string Tool, DateSpan Span, string Reason);

/// <summary>Everybody and everything that was planted. The files are written from it; nothing else is known.</summary>
/// <param name="Order">What was asked for.</param>
/// <param name="Members">Everybody, bosses before those who report to them.</param>
/// <param name="Gaps">The declared gaps.</param>
internal sealed record Organisation(DemoOrder Order, IReadOnlyList<Member> Members, IReadOnlyList<DeclaredGap> Gaps)
{
    /// <summary>The organisation of an order.</summary>
    public static Organisation Of(DemoOrder order)
    {
        var members = Recruiting.Recruit(order);
        var gaps = Casting.Cast(order, members);
        return new Organisation(order, members, gaps);
    }
}
