namespace ChatBot.Chat;

/// <summary>One card to show: a template's name and the data record it is given.</summary>
/// <param name="Template">Name of the template, e.g. <c>score</c> for <c>cards/score.json</c>.</param>
/// <param name="Data">The template's data record.</param>
internal sealed record CardContent(string Template, object Data);

/// <summary>What a handler answers. It never sends.</summary>
/// <param name="Card">The card.</param>
/// <param name="StatedSheet">Id of the sheet whose verdict the card states; its delivery then records that the person was told.</param>
internal sealed record Reply(CardContent Card, Guid? StatedSheet = null);
