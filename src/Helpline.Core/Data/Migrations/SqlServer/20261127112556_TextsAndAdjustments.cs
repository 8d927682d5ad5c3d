using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TextsAndAdjustments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EnquiryMessage_ContactId_Author",
                table: "EnquiryMessage");

            migrationBuilder.CreateTable(
                name: "Adjustments",
                columns: table => new
                {
                    EnquirerKey = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Kinds = table.Column<int>(type: "int", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SafeHours = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Adjustments", x => x.EnquirerKey);
                });

            migrationBuilder.CreateTable(
                name: "TextNumbers",
                columns: table => new
                {
                    NumberKey = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    OptedOutAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CountedFrom = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Automatic = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextNumbers", x => x.NumberKey);
                });

            migrationBuilder.CreateTable(
                name: "Texts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContactId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    NumberKey = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    Purpose = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Segments = table.Column<int>(type: "int", nullable: false),
                    ProviderId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    State = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StateAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Texts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Texts_Contacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "Contacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryMessage_ContactId_Author",
                table: "EnquiryMessage",
                columns: new[] { "ContactId", "Author" });

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryMessages_OneAnswerPerContact",
                table: "EnquiryMessage",
                column: "ContactId",
                unique: true,
                filter: "\"Author\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Texts_ContactId",
                table: "Texts",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_Texts_ProviderId",
                table: "Texts",
                column: "ProviderId",
                unique: true,
                filter: "\"ProviderId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Adjustments");

            migrationBuilder.DropTable(
                name: "TextNumbers");

            migrationBuilder.DropTable(
                name: "Texts");

            migrationBuilder.DropIndex(
                name: "IX_EnquiryMessage_ContactId_Author",
                table: "EnquiryMessage");

            migrationBuilder.DropIndex(
                name: "IX_EnquiryMessages_OneAnswerPerContact",
                table: "EnquiryMessage");

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryMessage_ContactId_Author",
                table: "EnquiryMessage",
                columns: new[] { "ContactId", "Author" },
                unique: true);
        }
    }
}
