using Lectern.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lectern.Tests.Data;

/// <summary>What a later version adds.</summary>
[DbContext(typeof(LecternDb))]
[Migration(Id)]
public sealed class LaterMigration : Migration
{
    internal const string Id = "29990101000000_Later";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE Later (Number INTEGER)");
}
