namespace ChatBot.Commands.Demo;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, 2014), seeded by what is being decided: each person and day has dice of its own, so that files can be made in any
/// order and one person's luck never moves another's. Not <see cref="Random"/>, whose sequence may change between versions of .NET.
/// </summary>
internal struct Dice
{
    private ulong state;

    private Dice(ulong state) => this.state = state;

    /// <summary>Dice for one decision.</summary>
    public static Dice Of(ulong seed, int subject, int occasion, int question)
    {
        var dice = new Dice(seed);
        dice.state = dice.Next() ^ (uint)subject;
        dice.state = dice.Next() ^ (uint)occasion;
        dice.state = dice.Next() ^ (uint)question;
        return dice;
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>0 … <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)(((Next() >> 32) * (ulong)count) >> 32);

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in <paramref name="percent"/> of a hundred cases.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of them.</summary>
    public T Pick<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    /// <summary>A day from <paramref name="first"/> to <paramref name="last"/>; <paramref name="first"/> when they are the wrong way round.</summary>
    public DateOnly Day(DateOnly first, DateOnly last) => first.AddDays(Below(Math.Max(0, last.DayNumber - first.DayNumber) + 1));
}
