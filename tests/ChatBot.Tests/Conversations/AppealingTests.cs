using ChatBot.Domain.Appeals;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChatBot.Tests.Conversations;

/// <summary>That the company which appeals is what its summary says.</summary>
public sealed class AppealingTests
{
    [Fact]
    public async Task The_silent_team_has_a_clear_gap_and_nobody_else_has()
    {
        await using var company = await Company.Appealing();
        var gap = new DataGap(Tool.Copilot, Reason.TelemetryOff, new(2026, 10, 5), new(2026, 10, 16));
        foreach (var name in (string[])["tess", "tom", "tina", "ada", "mona"])
        {
            var sheet = await company.Parts.GetRequiredService<ISheets>().Fresh(await company.IdOf(name), new(2026, 4), new(2026, 11, 23), default);
            Assert.Equal(Company.Silent.Contains(name), gap.IsIn(sheet.Sheet));
        }
    }

    [Fact]
    public async Task Reviewers_of_another_line_are_independent_of_ada_and_no_other()
    {
        await using var company = await Company.Appealing();
        var ada = await company.IdOf("ada");
        var chart = await company.Query(db => OrgCharts.Around(db, [ada], new(2026, 11, 23), default));
        var appeal = new Appeal
        {
            Id = Guid.Empty, Person = ada, Quarter = new(2026, 4), Ground = Ground.Other, Parts = [], FiledAt = company.Now,
            Calendar = CaseCalendar.Of("DE", TimeZoneInfo.Utc, new Dictionary<string, IReadOnlySet<DateOnly>>(), company.Now),
        };

        Guid[] expected = [await company.IdOf("rita"), await company.IdOf("rob"), await company.IdOf("ruth")];

        Assert.Equal(expected.Order(), Independence.IndependentReviewers(chart, appeal));
        Assert.True(Independence.MayName(chart, appeal, await company.IdOf("olive")));
    }
}
