using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddSpokenWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SpokenChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpokenChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SpokenRecordings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpokenRecordings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SpokenWords",
                columns: table => new
                {
                    Slot = table.Column<int>(type: "INTEGER", nullable: false),
                    Greeting = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    Privacy = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    Voice = table.Column<int>(type: "INTEGER", nullable: false),
                    GreetingRecordingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PrivacyRecordingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpokenWords", x => x.Slot);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SpokenChanges_At",
                table: "SpokenChanges",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SpokenChanges");

            migrationBuilder.DropTable(
                name: "SpokenRecordings");

            migrationBuilder.DropTable(
                name: "SpokenWords");
        }
    }
}
