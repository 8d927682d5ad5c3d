using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddSurges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SurgeChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SurgeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurgeChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SurgeQuotaUses",
                columns: table => new
                {
                    SurgeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PeriodStart = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Promised = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurgeQuotaUses", x => new { x.SurgeId, x.PeriodStart });
                });

            migrationBuilder.CreateTable(
                name: "Surges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slot = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StartedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Banner = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ReplyWorkingDays = table.Column<int>(type: "INTEGER", nullable: true),
                    DeadlinesOnly = table.Column<bool>(type: "INTEGER", nullable: false),
                    CallbackQuota = table.Column<int>(type: "INTEGER", nullable: true),
                    QuotaIsHourly = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Surges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SurgeChanges_At",
                table: "SurgeChanges",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Surges_OneOpen",
                table: "Surges",
                column: "Slot",
                unique: true,
                filter: "\"EndedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SurgeChanges");

            migrationBuilder.DropTable(
                name: "SurgeQuotaUses");

            migrationBuilder.DropTable(
                name: "Surges");
        }
    }
}
