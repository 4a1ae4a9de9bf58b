using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaiZhengTong.Infrastructure.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PeopleSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Millions of short rows: without a rowid the table is its own index, at about half the size.
            migrationBuilder.Sql(
                """
                ALTER TABLE person_token RENAME TO person_token_old;
                CREATE TABLE person_token (
                    weight INTEGER NOT NULL,
                    token TEXT NOT NULL,
                    person_id BLOB NOT NULL,
                    CONSTRAINT pk_person_token PRIMARY KEY (weight, token, person_id),
                    CONSTRAINT fk_person_token_person_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
                ) WITHOUT ROWID;
                INSERT INTO person_token (weight, token, person_id) SELECT weight, token, person_id FROM person_token_old;
                DROP TABLE person_token_old;
                """);

            migrationBuilder.CreateIndex(
                name: "ix_person_token_person_id_token",
                table: "person_token",
                columns: new[] { "person_id", "token" });

            migrationBuilder.CreateIndex(
                name: "ix_person_status",
                table: "person",
                column: "status",
                filter: "status <> 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_person_status",
                table: "person");

            migrationBuilder.Sql(
                """
                ALTER TABLE person_token RENAME TO person_token_new;
                CREATE TABLE person_token (
                    token TEXT NOT NULL,
                    person_id BLOB NOT NULL,
                    weight INTEGER NOT NULL,
                    CONSTRAINT pk_person_token PRIMARY KEY (token, person_id),
                    CONSTRAINT fk_person_token_person_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
                );
                INSERT INTO person_token (token, person_id, weight) SELECT token, person_id, weight FROM person_token_new;
                DROP TABLE person_token_new;
                """);

            migrationBuilder.CreateIndex(
                name: "ix_person_token_person_id",
                table: "person_token",
                column: "person_id");
        }
    }
}
