using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Analytics.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Combinations",
                columns: table => new
                {
                    WindowId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Combinations", x => new { x.WindowId, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "ContactFigures",
                columns: table => new
                {
                    WindowId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Dimension = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ParentCode = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactFigures", x => new { x.WindowId, x.Dimension, x.ParentCode, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HeldFacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeldFacts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HiddenFigures",
                columns: table => new
                {
                    WindowId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Dimension = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ParentCode = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HiddenFigures", x => new { x.WindowId, x.Dimension, x.ParentCode });
                });

            migrationBuilder.CreateTable(
                name: "Inbox",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inbox", x => x.MessageId);
                });

            migrationBuilder.CreateTable(
                name: "Leases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Holder = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PublishedWindows",
                columns: table => new
                {
                    WindowId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedWindows", x => x.WindowId);
                });

            migrationBuilder.CreateTable(
                name: "SatisfactionFigures",
                columns: table => new
                {
                    WindowId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Question = table.Column<int>(type: "INTEGER", nullable: false),
                    Dimension = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Responses = table.Column<int>(type: "INTEGER", nullable: false),
                    Satisfied = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SatisfactionFigures", x => new { x.WindowId, x.Question, x.Dimension, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "WindowFigures",
                columns: table => new
                {
                    WindowId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Contacts = table.Column<int>(type: "INTEGER", nullable: false),
                    NotInCells = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WindowFigures", x => x.WindowId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Combinations_Week",
                table: "Combinations",
                column: "Week");

            migrationBuilder.CreateIndex(
                name: "IX_ContactFigures_Dimension_Week_ParentCode_Code",
                table: "ContactFigures",
                columns: new[] { "Dimension", "Week", "ParentCode", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_ReceivedOn",
                table: "Deliveries",
                column: "ReceivedOn");

            migrationBuilder.CreateIndex(
                name: "IX_HeldFacts_Kind_Week",
                table: "HeldFacts",
                columns: new[] { "Kind", "Week" });

            migrationBuilder.CreateIndex(
                name: "IX_HiddenFigures_Dimension_Week_ParentCode",
                table: "HiddenFigures",
                columns: new[] { "Dimension", "Week", "ParentCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_ReceivedAt",
                table: "Inbox",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_DueAt",
                table: "Outbox",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_PublishedWindows_Kind_Week",
                table: "PublishedWindows",
                columns: new[] { "Kind", "Week" });

            migrationBuilder.CreateIndex(
                name: "IX_SatisfactionFigures_Question_Dimension_Week_Code",
                table: "SatisfactionFigures",
                columns: new[] { "Question", "Dimension", "Week", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_WindowFigures_Week",
                table: "WindowFigures",
                column: "Week");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Combinations");

            migrationBuilder.DropTable(
                name: "ContactFigures");

            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropTable(
                name: "HeldFacts");

            migrationBuilder.DropTable(
                name: "HiddenFigures");

            migrationBuilder.DropTable(
                name: "Inbox");

            migrationBuilder.DropTable(
                name: "Leases");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "PublishedWindows");

            migrationBuilder.DropTable(
                name: "SatisfactionFigures");

            migrationBuilder.DropTable(
                name: "WindowFigures");
        }
    }
}
