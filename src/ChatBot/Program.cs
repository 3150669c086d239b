var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var app = builder.Build();
app.Run();

/// <summary>The entry point, named so that tests can host the service.</summary>
internal sealed partial class Program;
