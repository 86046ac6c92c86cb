using Registry.Schemas;

namespace Registry.Hosting;

/// <summary>What the process was asked to do.</summary>
public enum CommandLineAction
{
    Serve,
    Help,
    Version,
    PrintConfiguration,
}

/// <summary>The arguments of the process.</summary>
/// <param name="PropertiesFile">Null when none was given.</param>
public sealed record CommandLine(CommandLineAction Action, string? PropertiesFile)
{
    public static Result<CommandLine, string> Parse(IReadOnlyList<string> arguments)
    {
        var line = new CommandLine(CommandLineAction.Serve, PropertiesFile: null);
        foreach (var argument in arguments)
        {
            switch (argument)
            {
                case "--help" or "-h":
                    line = line with { Action = CommandLineAction.Help };
                    break;
                case "--version":
                    line = line with { Action = CommandLineAction.Version };
                    break;
                case "--print-config":
                    line = line with { Action = CommandLineAction.PrintConfiguration };
                    break;
                case ['-', ..]:
                    return $"There is no option '{argument}'; --help lists them.";
                case var _ when line.PropertiesFile is not null:
                    return $"One properties file at most: '{line.PropertiesFile}' and '{argument}' were given.";
                default:
                    line = line with { PropertiesFile = argument };
                    break;
            }
        }
        return line;
    }
}
