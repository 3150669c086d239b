using System.Text.Json.Nodes;

namespace ChatBot.Cards.BlockKit;

/// <summary>Makes blocks fit into their surface: first by standing closer, then by leaving out, with a line that says so.</summary>
internal static class Fit
{
    /// <summary>What Slack adds to each block: an id of its own.</summary>
    private const int PerBlock = 25;

    public static JsonArray Into(Surface surface, IReadOnlyList<Piece> pieces, BlockWords words)
    {
        var (most, size) = surface == Surface.Message ? (Limits.MessageBlocks, Limits.MessageSize) : (Limits.ViewBlocks, Limits.ViewSize);
        var kept = pieces.ToList();
        if (!Fits(kept, most, size))
        {
            kept = Close(kept);
        }

        if (!Fits(kept, most, size))
        {
            kept = Leave(kept, most, size, words);
        }

        return [.. kept.Select(p => p.Block.DeepClone())];
    }

    private static bool Fits(List<Piece> pieces, int most, int size) => pieces.Count <= most && pieces.Sum(Size) <= size;

    private static int Size(Piece piece) => piece.Block.ToJsonString(CardJson.Options).Length + PerBlock;

    /// <summary>Without dividers, and neighbours of one kind in one block.</summary>
    private static List<Piece> Close(IEnumerable<Piece> pieces)
    {
        var close = new List<Piece>();
        foreach (var piece in pieces.Where(p => p.Type != "divider"))
        {
            if (close is [.., var last] && last.IsKept == piece.IsKept && Joined(last.Block, piece.Block) is { } block)
            {
                close[^1] = last with { Block = block, Lines = last.Lines + piece.Lines };
            }
            else
            {
                close.Add(piece);
            }
        }

        return close;
    }

    private static JsonObject? Joined(JsonObject first, JsonObject second)
    {
        var block = first.DeepClone().AsObject();
        var type = (string)first["type"]!;
        if (type != (string)second["type"]!)
        {
            return null;
        }

        switch (type)
        {
            case "section" when first["text"] is JsonObject text && second["text"] is JsonObject more && (string)text["text"]! + "\n\n" + (string)more["text"]! is { Length: <= Limits.Text } both:
                block["text"]!["text"] = both;
                block["expand"] = true;
                return block;
            case "section" when first["fields"] is JsonArray fields && second["fields"] is JsonArray others && fields.Count + others.Count <= Limits.Fields && fields.Count % 2 == 0:
                return Add(block, "fields", others);
            case "context" when first["elements"]!.AsArray().Count + second["elements"]!.AsArray().Count <= Limits.ContextElements:
                return Add(block, "elements", second["elements"]!.AsArray());
            case "rich_text" when first.ToJsonString(CardJson.Options).Length + second.ToJsonString(CardJson.Options).Length <= Limits.Text:
                // Sections that follow each other run on in one line.
                block["elements"]!.AsArray().Add(new JsonObject
                {
                    ["type"] = "rich_text_section", ["elements"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = "\n" }),
                });
                return Add(block, "elements", second["elements"]!.AsArray());
            default:
                return null;
        }
    }

    private static JsonObject Add(JsonObject block, string list, JsonArray others)
    {
        foreach (var other in others)
        {
            block[list]!.AsArray().Add(other!.DeepClone());
        }

        return block;
    }

    /// <summary>Leaves out from the end: texts first, then what is kept otherwise. The first block stays.</summary>
    private static List<Piece> Leave(List<Piece> pieces, int most, int size, BlockWords words)
    {
        var left = pieces.ToList();
        var sizes = left.ConvertAll(Size);
        var over = sizes.Sum() + Size(new Piece(Buttons.Note(words.MoreLines(int.MaxValue)))) - size;
        var (lost, at) = (0, left.Count);
        foreach (var mayGo in (Predicate<Piece>[])[p => !p.IsKept, _ => true])
        {
            while ((over > 0 || left.Count >= most) && left.FindLastIndex(mayGo) is var last and > 0)
            {
                lost += left[last].Lines;
                over -= sizes[last];
                left.RemoveAt(last);
                sizes.RemoveAt(last);
                at = last;
            }
        }

        left.Insert(Math.Min(at, left.Count), new Piece(Buttons.Note(words.MoreLines(Math.Max(1, lost)))));
        return left;
    }
}
