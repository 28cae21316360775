using Microsoft.EntityFrameworkCore.Design;

namespace Lectern.Data;

/// <summary>Lets <c>dotnet ef migrations add</c> know the model without starting the program.</summary>
internal sealed class LecternDbDesign : IDesignTimeDbContextFactory<LecternDb>
{
    public LecternDb CreateDbContext(string[] args) => LecternDb.Open("design.db");
}
