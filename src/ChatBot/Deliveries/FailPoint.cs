namespace ChatBot.Deliveries;

/// <summary>Called before and after each write of a delivery's state, so that a test can stop the world exactly there.</summary>
internal interface IFailPoint
{
    /// <summary>The point that was reached: <c>claim before</c>, <c>claim after</c>, <c>leave before</c> …</summary>
    void Hit(string point);
}

/// <summary>Where nothing is to fail.</summary>
internal sealed class NoFailPoint : IFailPoint
{
    /// <inheritdoc />
    public void Hit(string point)
    {
    }
}
