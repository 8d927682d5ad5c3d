using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class KeepPlace : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "ArrangingCallback",
                table: "Contacts",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "CallbackDueAt",
                table: "Contacts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CallbackMisses",
                table: "Contacts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "CallbackNumber",
                table: "Contacts",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RegainedBy",
                table: "Contacts",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsWithoutLine",
                table: "Calls",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "RingsCaller",
                table: "Calls",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "RungAt",
                table: "Calls",
                type: "datetime2",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ArrangingCallback",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "CallbackDueAt",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "CallbackMisses",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "CallbackNumber",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "RegainedBy",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "IsWithoutLine",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "RingsCaller",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "RungAt",
                table: "Calls");
        }
    }
}
