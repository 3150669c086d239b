using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ChatBot.Storage.Migrations;

/// <summary>Appeals, their history, the corrections that came of them, and who else was found with the same hole in the data.</summary>
[DbContext(typeof(BotDb)), Migration("20261122110000_Appeals")]
internal sealed class Appeals : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("appeals", t => new
        {
            id = t.Column<Guid>(nullable: false),
            reference = t.Column<string>(nullable: false),
            person = t.Column<Guid>(nullable: false),
            quarter = t.Column<string>(nullable: false),
            ground = t.Column<int>(nullable: false),
            state = t.Column<int>(nullable: false),
            reviewer = t.Column<Guid>(nullable: true),
            filed_at = t.Column<long>(nullable: false),
            rule_by = t.Column<DateOnly>(nullable: false),
            ruled_at = t.Column<long>(nullable: true),
            sheet = t.Column<Guid>(nullable: false),
            work_area = t.Column<string>(nullable: false),
            version = t.Column<int>(nullable: false),
            document = t.Column<byte[]>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_appeals", x => x.id));

        m.CreateTable("appeal_events", t => new
        {
            appeal = t.Column<Guid>(nullable: false),
            version = t.Column<int>(nullable: false),
            at = t.Column<long>(nullable: false),
            actor = t.Column<Guid>(nullable: true),
            what = t.Column<string>(nullable: false),
            text = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_appeal_events", x => new { x.appeal, x.version }));

        m.CreateTable("corrections", t => new
        {
            cause = t.Column<Guid>(nullable: false),
            person = t.Column<Guid>(nullable: false),
            place = t.Column<int>(nullable: false),
            at = t.Column<long>(nullable: false),
            set_by = t.Column<Guid>(nullable: false),
            document = t.Column<byte[]>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_corrections", x => new { x.cause, x.person, x.place }));

        m.CreateTable("findings", t => new
        {
            id = t.Column<Guid>(nullable: false),
            appeal = t.Column<Guid>(nullable: false),
            reviewer = t.Column<Guid>(nullable: false),
            quarter = t.Column<string>(nullable: false),
            tool = t.Column<string>(nullable: false),
            reason = t.Column<string>(nullable: false),
            from_day = t.Column<DateOnly>(nullable: false),
            to_day = t.Column<DateOnly>(nullable: false),
            state = t.Column<int>(nullable: false),
            state_at = t.Column<long>(nullable: false),
            people = t.Column<int>(nullable: true),
            days = t.Column<int>(nullable: true),
            verdicts = t.Column<int>(nullable: true),
            decided_by = t.Column<Guid>(nullable: true),
            why = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_findings", x => x.id));

        m.CreateTable("found_people", t => new
        {
            finding = t.Column<Guid>(nullable: false),
            person = t.Column<Guid>(nullable: false),
            document = t.Column<byte[]>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_found_people", x => new { x.finding, x.person }));

        m.CreateTable("stand_ins", t => new
        {
            person = t.Column<Guid>(nullable: false),
            for_person = t.Column<Guid>(nullable: false),
            from_day = t.Column<DateOnly>(nullable: false),
            to_day = t.Column<DateOnly>(nullable: true),
            set_by = t.Column<string>(nullable: false),
            set_at = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_stand_ins", x => new { x.person, x.for_person, x.from_day }));

        m.CreateIndex("IX_appeals_reference", "appeals", "reference", unique: true);
        m.CreateIndex("IX_appeals_person", "appeals", "person");
        m.CreateIndex("IX_appeals_sheet", "appeals", "sheet");
        m.CreateIndex("IX_appeals_state", "appeals", "state");
        m.CreateIndex("IX_appeals_open", "appeals", ["person", "quarter", "ground"], unique: true, filter: "state in (1, 2, 3, 5)");
        m.CreateIndex("IX_corrections_person", "corrections", "person");
        m.CreateIndex("IX_findings_state", "findings", "state");
    }
}
