// What the start of the product is compared with.
var app = WebApplication.Create(args);
app.MapGet("/", () => "empty");
app.Run();
