using ChatBot.Domain.Access;

namespace ChatBot.Chat;

/// <summary>Whether answering only shows something or changes something. A guessed phrase never runs what changes.</summary>
internal enum Effect
{
    /// <summary>Only shows; its button carries the command's name.</summary>
    Shows,

    /// <summary>Changes something; its button carries a one-use token, and a guess asks first.</summary>
    Changes,
}

/// <summary>One row of the phrasebook: one thing that a person can say or press.</summary>
/// <param name="Name">
/// The command, e.g. <c>score.show</c>. It is data: it stands in cards posted months ago, so a name is never renamed or given another meaning.
/// </param>
/// <param name="Title">What its button says.</param>
/// <param name="Help">One line of help; empty for a row that nobody needs to be told of.</param>
/// <param name="Phrases">
/// What people type, the most natural first. A phrase is recognised by its telling words, in order, with other words between;
/// one that begins with <c>=</c> only word for word.
/// </param>
/// <param name="Handler">The <see cref="IHandler"/> that answers, resolved from the turn's scope.</param>
/// <param name="Effect">Whether it changes anything.</param>
/// <param name="Personal">Whether it says something of the person asking, so that it needs to know who that is.</param>
/// <param name="Object">
/// What a typed sentence names, in words of our own (<c>Wed 09:00</c>, <c>2 weeks</c>), empty for nothing: all that is kept of the sentence. With it, days,
/// times, spans and dates in <paramref name="Phrases"/> are examples and stand for any other, see <see cref="Slots"/>.
/// </param>
/// <param name="WhenUsed">
/// The row that answers a button of this one that was used or ran out, by showing what it was about as it stands now; it changes nothing, and is asked with
/// this row as <see cref="Understood.Nearest"/>. Null: <see cref="Phrasebook.UsedUp"/>, which offers a fresh button.
/// </param>
internal sealed record Phrase(
    string Name, string Title, string Help, IReadOnlyList<string> Phrases, Type Handler, Effect Effect = Effect.Shows, bool Personal = true,
    Func<string, string>? Object = null, string? WhenUsed = null);

/// <summary>What the phrasebook made of a turn. There is always a row: for what nobody understands it is <see cref="Phrasebook.Unclear"/>.</summary>
/// <param name="Row">The row.</param>
/// <param name="Guessed">True when the phrase was found among other words or with typing errors.</param>
/// <param name="Nearest">For <see cref="Phrasebook.Unclear"/>: what may have been meant, nearest first. For a used button: the row that it was of.</param>
/// <param name="Between">For <see cref="Phrasebook.Unclear"/>: true when several rows fit, false when none does.</param>
internal sealed record Understood(Phrase Row, bool Guessed, IReadOnlyList<Phrase> Nearest, bool Between = false);

/// <summary>What a handler is asked.</summary>
/// <param name="Turn">What the person did.</param>
/// <param name="Understood">How it was understood.</param>
/// <param name="Person">Who asks; null where nobody is known by the account.</param>
/// <param name="Now">The time of the turn, from the service's clock.</param>
/// <param name="Object">
/// What is to be changed or shown: of a pressed button what its token was made for, of a sentence what it names; empty for nothing. Never from a button's data.
/// </param>
/// <param name="Version">Version of the object that a pressed button was made for.</param>
internal sealed record Asked(Turn Turn, Understood Understood, Guid? Person, DateTimeOffset Now, string Object = "", int Version = 0)
{
    /// <summary>UTC day of the turn.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>The person as the viewer of their own data.</summary>
    public Viewer Self => Viewer.Self(Person ?? throw new InvalidOperationException($"{Understood.Row.Name} needs a person."));
}

/// <summary>Answers one command. It never sends, and it only ever speaks of the person asking.</summary>
internal interface IHandler
{
    /// <summary>The answer.</summary>
    Task<Reply> Answer(Asked asked, CancellationToken cancel);
}
