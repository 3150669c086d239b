namespace ChatBot.Simulator.Books;

/// <summary>A message that a provider accepted.</summary>
/// <param name="Number">1, 2, 3 … in the order of acceptance.</param>
/// <param name="Provider"><c>teams</c> or <c>slack</c>.</param>
/// <param name="Kind"><c>post</c>, or <c>update</c> for one put in the place of an earlier one.</param>
/// <param name="Recipient">The account that the chat was opened for; the conversation where it is nobody's private chat.</param>
/// <param name="Conversation">Id of the conversation.</param>
/// <param name="Message">Id that the provider gave it; for an update that of the message replaced.</param>
/// <param name="Reference">What the sender put in for recognising it (Slack: <c>metadata.event_payload.delivery_key</c>); null for nothing.</param>
/// <param name="Summary">Its one line of plain text.</param>
/// <param name="Card">Hash of its card or blocks, 16 hex digits; equal for equal bytes.</param>
/// <param name="At">When it was accepted, microseconds since 1970.</param>
/// <param name="Shown">What the sender was shown: <c>accepted</c>, <c>500</c>, <c>cut</c> or <c>stalled</c>.</param>
internal sealed record LedgerEntry(
    int Number,
    string Provider,
    string Kind,
    string Recipient,
    string Conversation,
    string Message,
    string? Reference,
    string? Summary,
    string Card,
    long At,
    string Shown);

/// <summary>A call that reached a provider, accepted or not.</summary>
/// <param name="Provider"><c>teams</c> or <c>slack</c>.</param>
/// <param name="What"><c>open</c>, <c>message</c>, <c>update</c>, <c>typing</c>, or the name of another method.</param>
/// <param name="Recipient">Whose chat; empty where it cannot be said.</param>
/// <param name="At">When it arrived, microseconds since 1970.</param>
/// <param name="Status">The status answered; 0 where the connection was cut.</param>
/// <param name="Why">Empty, or <c>limit</c> for a refusal of the limiter, or the name of the fault.</param>
internal sealed record Call(string Provider, string What, string Recipient, long At, int Status, string Why);
