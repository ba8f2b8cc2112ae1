global using System.ComponentModel.DataAnnotations;
global using Exemplar.Kernel;
global using Exemplar.Platform.Data;
global using Exemplar.Platform.Log;
global using Exemplar.Platform.Security;
global using Microsoft.EntityFrameworkCore;
global using Microsoft.EntityFrameworkCore.Metadata.Builders;
