using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ChatBot.Storage.Migrations;

/// <summary>Deliveries that are planned, claimed and sent; what people chose; figures about groups.</summary>
[DbContext(typeof(BotDb)), Migration("20261122010000_Outbox")]
internal sealed class Outbox : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.AddColumn<Guid>("run", "deliveries", nullable: true);
        m.AddColumn<long>("due_at", "deliveries", nullable: true);
        m.AddColumn<long>("expires_at", "deliveries", nullable: true);
        m.AddColumn<bool>("held", "deliveries", nullable: false, defaultValue: false);
        m.AddColumn<long>("lease_until", "deliveries", nullable: true);
        m.AddColumn<int>("fence", "deliveries", nullable: false, defaultValue: 0);
        m.AddColumn<int>("attempts", "deliveries", nullable: false, defaultValue: 0);
        m.AddColumn<int>("unclear", "deliveries", nullable: false, defaultValue: 0);

        m.CreateTable("runs", t => new
        {
            id = t.Column<Guid>(nullable: false),
            kind = t.Column<string>(nullable: false),
            period = t.Column<string>(nullable: false),
            recipients = t.Column<int>(nullable: false),
            opened_at = t.Column<long>(nullable: false),
            opened_by = t.Column<string>(nullable: false),
            released_at = t.Column<long>(nullable: true),
            cancelled_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_runs", x => x.id));

        m.CreateTable("withholdings", t => new
        {
            kind = t.Column<string>(nullable: false),
            person = t.Column<Guid>(nullable: false),
            period = t.Column<string>(nullable: false),
            run = t.Column<Guid>(nullable: true),
            reason = t.Column<string>(nullable: false),
            at = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_withholdings", x => new { x.kind, x.person, x.period }));

        m.CreateTable("brakes", t => new
        {
            name = t.Column<string>(nullable: false),
            on = t.Column<bool>(nullable: false),
            set_by = t.Column<string>(nullable: false),
            set_at = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_brakes", x => x.name));

        m.CreateTable("paces", t => new
        {
            name = t.Column<string>(nullable: false),
            free_at = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_paces", x => x.name));

        m.CreateTable("preferences", t => new
        {
            person = t.Column<Guid>(nullable: false),
            digest_stopped = t.Column<bool>(nullable: false),
            digest_paused_until = t.Column<DateOnly>(nullable: true),
            digest_day = t.Column<int>(nullable: true),
            digest_minute = t.Column<int>(nullable: true),
            set_at = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_preferences", x => x.person));

        m.CreateTable("action_tokens", t => new
        {
            id = t.Column<Guid>(nullable: false),
            person = t.Column<Guid>(nullable: false),
            verb = t.Column<string>(nullable: false),
            @object = t.Column<string>(nullable: false),
            version = t.Column<int>(nullable: false),
            expires_at = t.Column<long>(nullable: false),
            used_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_action_tokens", x => x.id));

        m.CreateTable("cohorts", t => new
        {
            quarter = t.Column<string>(nullable: false),
            person = t.Column<Guid>(nullable: false),
            manager = t.Column<Guid>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_cohorts", x => new { x.quarter, x.person }));

        m.CreateTable("publications", t => new
        {
            week = t.Column<string>(nullable: false),
            quarter = t.Column<string>(nullable: false),
            threshold = t.Column<int>(nullable: false),
            made_at = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_publications", x => x.week));

        m.CreateTable("group_figures", t => new
        {
            week = t.Column<string>(nullable: false),
            unit = t.Column<Guid>(nullable: false),
            size = t.Column<int>(nullable: false),
            heavy = t.Column<int>(nullable: false),
            light = t.Column<int>(nullable: false),
            other = t.Column<int>(nullable: false),
            no_use_seen = t.Column<int>(nullable: true),
            not_classified = t.Column<int>(nullable: true),
            heavy_trend = t.Column<int>(nullable: true),
            light_trend = t.Column<int>(nullable: true),
            other_trend = t.Column<int>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_group_figures", x => new { x.week, x.unit }));

        m.CreateTable("accepted_people", t => new
        {
            person = t.Column<Guid>(nullable: false),
            fingerprint = t.Column<string>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_accepted_people", x => x.person));

        m.CreateIndex("IX_deliveries_to_claim", "deliveries", ["kind", "due_at"], filter: "state = 1 AND NOT held");
        m.CreateIndex("IX_deliveries_run_state", "deliveries", ["run", "state"]);
        m.CreateIndex("IX_deliveries_recipient", "deliveries", "recipient");
        m.CreateIndex("IX_runs_kind_period", "runs", ["kind", "period"]);
        m.CreateIndex("IX_withholdings_run", "withholdings", "run");
        m.CreateIndex("IX_action_tokens_expires_at", "action_tokens", "expires_at");
    }
}
