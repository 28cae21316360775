using Lectern.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lectern.Tests.Data;

/// <summary>The migration that adds marks, seen from a later version of the program that has one more.</summary>
[DbContext(typeof(LecternDb))]
[Migration(Id)]
public sealed class MarksMigration : Lectern.Data.Migrations.Marks
{
    internal const string Id = "20261125211350_Marks";
}
