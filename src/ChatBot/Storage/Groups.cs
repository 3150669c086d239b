namespace ChatBot.Storage;

/// <summary>Who is counted in a quarter's figures, and under whom: the directory of the quarter's first day, kept when the quarter's first figures are made.</summary>
internal sealed class CohortRow
{
    /// <summary><c>2026-Q4</c>.</summary>
    public required string Quarter { get; init; }

    public required Guid Person { get; init; }

    public Guid? Manager { get; init; }
}

/// <summary>That a week's figures about groups were made.</summary>
internal sealed class PublicationRow
{
    /// <summary><c>2026-W47</c>.</summary>
    public required string Week { get; init; }

    public required string Quarter { get; init; }

    /// <summary>The k it was made with.</summary>
    public required int Threshold { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>A published figure: multiples of 5 and nothing finer.</summary>
internal sealed class GroupFigureRow
{
    public required string Week { get; init; }

    /// <summary>The unit: the person id of its head.</summary>
    public required Guid Unit { get; init; }

    public required int Size { get; init; }

    public required int Heavy { get; init; }

    public required int Light { get; init; }

    /// <summary>No use seen or not classified.</summary>
    public required int Other { get; init; }

    /// <summary>Null unless both halves of <see cref="Other"/> are told.</summary>
    public int? NoUseSeen { get; init; }

    public int? NotClassified { get; init; }

    /// <summary>Steps since the week before; null where there are none to tell.</summary>
    public int? HeavyTrend { get; init; }

    public int? LightTrend { get; init; }

    public int? OtherTrend { get; init; }
}

/// <summary>Somebody as the directory had them when it was last accepted.</summary>
internal sealed class AcceptedPersonRow
{
    public required Guid Person { get; init; }

    /// <summary>Hash of what decides where their messages go and under whom they are counted.</summary>
    public required string Fingerprint { get; set; }
}
