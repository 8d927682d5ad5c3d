using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Core.Data.Migrations.SqlServer
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SurgeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Terms = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurgeChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SurgeQuotaUses",
                columns: table => new
                {
                    SurgeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PeriodStart = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Promised = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurgeQuotaUses", x => new { x.SurgeId, x.PeriodStart });
                });

            migrationBuilder.CreateTable(
                name: "Surges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Slot = table.Column<int>(type: "int", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StartedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Banner = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ReplyWorkingDays = table.Column<int>(type: "int", nullable: true),
                    DeadlinesOnly = table.Column<bool>(type: "bit", nullable: false),
                    CallbackQuota = table.Column<int>(type: "int", nullable: true),
                    QuotaIsHourly = table.Column<bool>(type: "bit", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
