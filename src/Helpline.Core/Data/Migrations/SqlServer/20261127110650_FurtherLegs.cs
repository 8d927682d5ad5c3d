using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class FurtherLegs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Purpose",
                table: "Offers",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "HelpWantedSince",
                table: "Contacts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CallRecordings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CallId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConsentAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    ProviderRecordingId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Seconds = table.Column<int>(type: "int", nullable: true),
                    KeepUntil = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallRecordings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CallRecordings_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RoomLegs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CallId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    AdviserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Mode = table.Column<int>(type: "int", nullable: true),
                    ProviderLegId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoomLegs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoomLegs_Advisers_AdviserId",
                        column: x => x.AdviserId,
                        principalTable: "Advisers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoomLegs_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CallRecordings_CallId_ConsentAt",
                table: "CallRecordings",
                columns: new[] { "CallId", "ConsentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CallRecordings_OneOpenPerCall",
                table: "CallRecordings",
                column: "CallId",
                unique: true,
                filter: "\"State\" < 4");

            migrationBuilder.CreateIndex(
                name: "IX_CallRecordings_State_KeepUntil",
                table: "CallRecordings",
                columns: new[] { "State", "KeepUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_RoomLegs_CallId_State",
                table: "RoomLegs",
                columns: new[] { "CallId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_RoomLegs_OfferId",
                table: "RoomLegs",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_RoomLegs_OneConsultPerCall",
                table: "RoomLegs",
                column: "CallId",
                unique: true,
                filter: "\"Kind\" = 0 AND \"State\" <> 2");

            migrationBuilder.CreateIndex(
                name: "IX_RoomLegs_OneMonitorPerAdviser",
                table: "RoomLegs",
                column: "AdviserId",
                unique: true,
                filter: "\"Kind\" = 1 AND \"State\" <> 2");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CallRecordings");

            migrationBuilder.DropTable(
                name: "RoomLegs");

            migrationBuilder.DropColumn(
                name: "Purpose",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "HelpWantedSince",
                table: "Contacts");
        }
    }
}
