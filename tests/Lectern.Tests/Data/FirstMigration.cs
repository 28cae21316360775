using Lectern.Data;
using Lectern.Data.Migrations;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lectern.Tests.Data;

/// <summary>The first migration, seen from a later version of the program that has one more.</summary>
[DbContext(typeof(LecternDb))]
[Migration(Id)]
public sealed class FirstMigration : Initial
{
    internal const string Id = "20261125175816_Initial";
}
