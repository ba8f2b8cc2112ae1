Console.WriteLine("exemplar bench");
