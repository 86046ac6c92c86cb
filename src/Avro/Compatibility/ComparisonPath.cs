using System.Runtime.InteropServices;
using System.Text;
using Registry.Schemas.Json;

namespace Registry.Avro.Compatibility;

/// <summary>Where a comparison is. Made into text only when there is something to report.</summary>
internal sealed class ComparisonPath
{
    private readonly List<Token> _tokens = [];
    private int _root;

    public void Push(string name) => _tokens.Add(new Token(name, 0));

    public void Push(int index) => _tokens.Add(new Token(null, index));

    public void Pop(int count = 1) => _tokens.RemoveRange(_tokens.Count - count, count);

    /// <summary>Starts over at the root, and answers what <see cref="Resume"/> needs to come back.</summary>
    public int Restart()
    {
        var suspended = _root;
        _root = _tokens.Count;
        return suspended;
    }

    public void Resume(int suspended) => _root = suspended;

    public override string ToString()
    {
        if (_tokens.Count == _root)
            return "/";
        var text = new StringBuilder();
        for (var at = _root; at < _tokens.Count; at++)
        {
            text.Append('/');
            if (_tokens[at].Name is { } name)
                text.Append(JsonPointer.Escape(name));
            else
                text.Append(_tokens[at].Index);
        }
        return text.ToString();
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Token(string? Name, int Index);
}
