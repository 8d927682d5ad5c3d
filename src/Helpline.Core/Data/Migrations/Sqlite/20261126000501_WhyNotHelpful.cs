using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WhyNotHelpful : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_ArticleRatings",
                table: "ArticleRatings");

            migrationBuilder.AddColumn<int>(
                name: "Reason",
                table: "ArticleRatings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddPrimaryKey(
                name: "PK_ArticleRatings",
                table: "ArticleRatings",
                columns: new[] { "ArticleSlug", "ArticleVersion", "Day", "Helpful", "Reason" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_ArticleRatings",
                table: "ArticleRatings");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "ArticleRatings");

            migrationBuilder.AddPrimaryKey(
                name: "PK_ArticleRatings",
                table: "ArticleRatings",
                columns: new[] { "ArticleSlug", "ArticleVersion", "Day", "Helpful" });
        }
    }
}
