using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Registry.Tests")]
