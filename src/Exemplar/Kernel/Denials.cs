namespace Exemplar.Kernel;

/// <summary>Answers 404: it does not exist, or this reader may not know that it does.</summary>
public sealed class NotFound(string what) : Exception(what);

/// <summary>Answers 403: the reader may see it, and may not do this to it.</summary>
public sealed class Forbidden(string permission) : Exception(permission);

/// <summary>Answers 409: somebody else changed it since the form was opened.</summary>
public sealed class Stale(string what) : Exception(what);
