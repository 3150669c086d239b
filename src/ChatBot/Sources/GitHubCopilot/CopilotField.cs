using System.Text;

namespace ChatBot.Sources.GitHubCopilot;

/// <summary>The fields of a user-day that count for something; every other one is stepped over.</summary>
internal enum CopilotField
{
    /// <summary>Any other field.</summary>
    Other,
    Day,
    ReportStartDay,
    ReportEndDay,
    EnterpriseId,
    OrganizationId,
    UserId,
    UserLogin,
    TeamId,
    Interactions,
    Generations,
    Acceptances,
    LinesSuggestedToAdd,
    LinesSuggestedToDelete,
    LinesAdded,
    LinesDeleted,
    UsedChat,
    UsedAgent,
    UsedCli,
    UsedApp,
    UsedVsCodeAgent,
    UsedCodingAgent,
    UsedCloudAgent,
    UsedReviewActive,
    Credits,
    TotalsByIde,
    TotalsByFeature,
    TotalsByCli,
    TotalsByApp,
    TotalsByVsCodeAgent,
    Ide,
    IdeVersionSeen,
    PluginVersionSeen,
    IdeVersion,
    PluginVersion,
    Feature,
    Sessions,
    Requests,
    Prompts,
    UserMessages,
}

/// <summary>The vendor's names of the fields, found by bytes: this is looked up for every name of every row.</summary>
internal static class CopilotFields
{
    private static readonly (string Name, CopilotField Field)[] All =
    [
        ("day", CopilotField.Day),
        ("report_start_day", CopilotField.ReportStartDay),
        ("report_end_day", CopilotField.ReportEndDay),
        ("enterprise_id", CopilotField.EnterpriseId),
        ("organization_id", CopilotField.OrganizationId),
        ("user_id", CopilotField.UserId),
        ("user_login", CopilotField.UserLogin),
        ("team_id", CopilotField.TeamId),
        ("user_initiated_interaction_count", CopilotField.Interactions),
        ("code_generation_activity_count", CopilotField.Generations),
        ("code_acceptance_activity_count", CopilotField.Acceptances),
        ("loc_suggested_to_add_sum", CopilotField.LinesSuggestedToAdd),
        ("loc_suggested_to_delete_sum", CopilotField.LinesSuggestedToDelete),
        ("loc_added_sum", CopilotField.LinesAdded),
        ("loc_deleted_sum", CopilotField.LinesDeleted),
        ("used_chat", CopilotField.UsedChat),
        ("used_agent", CopilotField.UsedAgent),
        ("used_cli", CopilotField.UsedCli),
        ("used_copilot_app", CopilotField.UsedApp),
        ("used_vscode_agent", CopilotField.UsedVsCodeAgent),
        ("used_copilot_coding_agent", CopilotField.UsedCodingAgent),
        ("used_copilot_cloud_agent", CopilotField.UsedCloudAgent),
        ("used_copilot_code_review_active", CopilotField.UsedReviewActive),
        ("ai_credits_used", CopilotField.Credits),
        ("totals_by_ide", CopilotField.TotalsByIde),
        ("totals_by_feature", CopilotField.TotalsByFeature),
        ("totals_by_cli", CopilotField.TotalsByCli),
        ("totals_by_copilot_app", CopilotField.TotalsByApp),
        ("totals_by_vscode_agent", CopilotField.TotalsByVsCodeAgent),
        ("ide", CopilotField.Ide),
        ("last_known_ide_version", CopilotField.IdeVersionSeen),
        ("last_known_plugin_version", CopilotField.PluginVersionSeen),
        ("ide_version", CopilotField.IdeVersion),
        ("plugin_version", CopilotField.PluginVersion),
        ("feature", CopilotField.Feature),
        ("session_count", CopilotField.Sessions),
        ("request_count", CopilotField.Requests),
        ("prompt_count", CopilotField.Prompts),
        ("total_user_messages", CopilotField.UserMessages),
    ];

    // Factors found by trying: no two of the names share a place, which is checked when the table is made.
    private const int Places = 128;

    private static readonly (byte[]? Name, CopilotField Field)[] ByPlace = Placed();

    /// <summary>The vendor's name of a field, for the reason of a rejected row.</summary>
    public static string NameOf(CopilotField field) => Array.Find(All, known => known.Field == field).Name;

    /// <summary>The field of a name.</summary>
    public static CopilotField Find(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return CopilotField.Other;
        }

        var (known, field) = ByPlace[Place(name)];
        return name.SequenceEqual(known) ? field : CopilotField.Other;
    }

    private static (byte[]? Name, CopilotField Field)[] Placed()
    {
        var places = new (byte[]? Name, CopilotField Field)[Places];
        foreach (var (name, field) in All)
        {
            var bytes = Encoding.UTF8.GetBytes(name);
            ref var place = ref places[Place(bytes)];
            place = place.Name is null ? (bytes, field) : throw new InvalidOperationException($"{name} needs another place.");
        }

        return places;
    }

    private static int Place(ReadOnlySpan<byte> name) => (name.Length + (name[Math.Min(5, name.Length - 1)] * 2) + (name[^1] * 27) + name[0]) & (Places - 1);
}
