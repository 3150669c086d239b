namespace ChatBot.Domain.Appeals;

/// <summary>While a verdict is contested nobody is told it.</summary>
public static class Freeze
{
    /// <summary>
    /// Whether the verdict is frozen: from filing or escalation until the ruling's message is sent; to a person who cannot be reached, until five working
    /// days have passed after the ruling; or until withdrawal.
    /// </summary>
    /// <param name="appeal">The appeal.</param>
    /// <param name="deliveredAt">When the message of its last ruling was sent; null while it was not. One from before that ruling was an earlier one's.</param>
    /// <param name="today">The person's day.</param>
    public static bool IsFrozen(Appeal appeal, DateTimeOffset? deliveredAt, DateOnly today)
    {
        if (appeal.IsOpen || appeal.State == AppealState.Withdrawn)
        {
            return appeal.IsOpen;
        }

        var ruled = appeal.Rulings[^1].At;
        return !(deliveredAt >= ruled) && today <= appeal.Calendar.After(appeal.Calendar.Day(ruled), CaseClock.DeliveryDays);
    }
}
