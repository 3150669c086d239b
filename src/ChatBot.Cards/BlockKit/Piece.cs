using System.Text.Json.Nodes;

namespace ChatBot.Cards.BlockKit;

/// <summary>Where blocks are shown: it decides how many there may be, and that only messages take tables.</summary>
internal enum Surface
{
    Message,
    Modal,
    Home,
}

/// <summary>One block, the lines that the reader loses with it, and whether others go before it when all do not fit.</summary>
internal sealed record Piece(JsonObject Block, int Lines = 1, bool IsKept = false)
{
    public string Type => (string)Block["type"]!;
}
