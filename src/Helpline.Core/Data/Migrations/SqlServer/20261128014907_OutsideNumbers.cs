using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class OutsideNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "NeverCameUp",
                table: "RoomLegs",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "RoomLegs",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OutsideNumberId",
                table: "RoomLegs",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "OutsideNumbers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    NameKey = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutsideNumbers", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RoomLegs_OneOutsidePerCall",
                table: "RoomLegs",
                column: "CallId",
                unique: true,
                filter: "\"Kind\" = 2 AND \"State\" <> 2");

            migrationBuilder.CreateIndex(
                name: "IX_RoomLegs_OutsideNumberId",
                table: "RoomLegs",
                column: "OutsideNumberId");

            migrationBuilder.CreateIndex(
                name: "IX_OutsideNumbers_OneOfEachName",
                table: "OutsideNumbers",
                column: "NameKey",
                unique: true,
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_RoomLegs_OutsideNumbers_OutsideNumberId",
                table: "RoomLegs",
                column: "OutsideNumberId",
                principalTable: "OutsideNumbers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_RoomLegs_OutsideNumbers_OutsideNumberId",
                table: "RoomLegs");

            migrationBuilder.DropTable(
                name: "OutsideNumbers");

            migrationBuilder.DropIndex(
                name: "IX_RoomLegs_OneOutsidePerCall",
                table: "RoomLegs");

            migrationBuilder.DropIndex(
                name: "IX_RoomLegs_OutsideNumberId",
                table: "RoomLegs");

            migrationBuilder.DropColumn(
                name: "NeverCameUp",
                table: "RoomLegs");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "RoomLegs");

            migrationBuilder.DropColumn(
                name: "OutsideNumberId",
                table: "RoomLegs");
        }
    }
}
