using System.Runtime.InteropServices;
using System.Text;
using Registry.Avro.Model;
using Registry.Schemas.Json;

namespace Registry.Avro.Compatibility;

/// <summary>Where a comparison is. Made into text only when there is something to report.</summary>
internal sealed class ComparisonPath
{
    public const string Items = "items";
    public const string Values = "values";

    private readonly List<Token> _tokens = [];
    private int _root;

    public void Push(string name) => _tokens.Add(new Token { Name = name });

    /// <summary>A field of the reader's record that is compared with the writer's.</summary>
    public void Push(RecordField field, RecordSchema reader, RecordSchema writer) => _tokens.Add(new Token { Index = field.Position, Reader = reader, Writer = writer });

    /// <summary>A branch of the writer's union.</summary>
    public void Push(int branch, UnionSchema writer) => _tokens.Add(new Token { Index = branch, Writer = writer });

    public void Pop() => _tokens.RemoveAt(_tokens.Count - 1);

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

    /// <summary>Where the comparison is in truth, whatever it restarted from.</summary>
    public SchemaPlace ToPlace()
    {
        var field = _tokens.FindLastIndex(token => token.Reader is not null);
        string[] parts = [.. _tokens.Skip(field + 1).Select(token => token.Name).OfType<string>().Where(name => name is Items or Values).Select(name => $"the {name}")];
        var union = _tokens.Count > 0 ? _tokens[^1].Writer as UnionSchema : null;
        return field < 0
            ? new SchemaPlace(null, null, null, parts, union)
            : new SchemaPlace(_tokens[field].Reader, _tokens[field].Reader!.Fields[_tokens[field].Index], (RecordSchema?)_tokens[field].Writer, parts, union);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Token(string? Name, int Index, RecordSchema? Reader, AvroSchema? Writer);
}
