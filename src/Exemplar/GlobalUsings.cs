global using System.ComponentModel.DataAnnotations;
global using Exemplar.Kernel;
