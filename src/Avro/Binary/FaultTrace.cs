using System.Globalization;
using System.Text;
using Registry.Schemas.Json;

namespace Registry.Avro.Binary;

/// <summary>What went wrong and, collected on the way out, where. Made only when something does.</summary>
internal sealed class FaultTrace(string message, long offset)
{
    // From the innermost outward.
    private readonly List<string> _steps = [];

    public void Add(string step) => _steps.Add(step);

    public void Add(int index) => _steps.Add(index.ToString(CultureInfo.InvariantCulture));

    public AvroDataError ToError()
    {
        if (_steps.Count == 0)
            return new AvroDataError(message, "/", offset);
        var path = new StringBuilder();
        for (var at = _steps.Count - 1; at >= 0; at--)
            path.Append('/').Append(JsonPointer.Escape(_steps[at]));
        return new AvroDataError(message, path.ToString(), offset);
    }
}
