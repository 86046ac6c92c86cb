using System.Text;

namespace Registry.JsonSchema.Patterns;

/// <summary>
/// Reads a class of characters from behind its bracket. Java's classes hold others and intersect them, which .NET's do not: those
/// become alternatives and look-aheads around exactly one character.
/// </summary>
internal sealed class ClassReader(PatternCursor cursor, PatternFlags flags)
{
    private const int DeepestNesting = 100;

    private int _depth;

    public string Read()
    {
        if (++_depth > DeepestNesting)
            cursor.Fail("Classes are nested too deep");
        var isNegated = cursor.TryRead('^');
        var operands = new List<Union>();
        var current = new Union();
        var isFirst = true;
        while (true)
        {
            Skip();
            if (cursor.IsAtEnd)
            {
                cursor.Fail("Unclosed character class");
                break;
            }
            // A bracket that closes nothing is a character.
            if (!isFirst && cursor.TryRead(']'))
                break;
            if (cursor.TryRead("&&"))
            {
                if (!current.IsEmpty)
                    operands.Add(current);
                current = new Union();
                // The reference's library wants something on one side at least.
                if (operands.Count == 0 && cursor.Peek() is ']' or '&')
                    cursor.Fail("Bad class syntax");
                isFirst = false;
                continue;
            }
            isFirst = false;
            ReadItem(current);
        }
        _depth--;
        if (!current.IsEmpty || operands.Count == 0)
            operands.Add(current);
        return Combine(operands, isNegated);
    }

    private void Skip()
    {
        if (flags.HasFlag(PatternFlags.Comments))
            cursor.SkipComments();
    }

    private void ReadItem(Union union)
    {
        if (cursor.TryRead('['))
        {
            union.AddWhole(Read());
            return;
        }
        if (cursor.TryRead('\\'))
        {
            if (cursor.TryRead('Q'))
            {
                foreach (var rune in cursor.ReadQuoted().EnumerateRunes())
                    union.Add(rune.Value, rune.Value);
                return;
            }
            if (EscapeReader.ReadSet(cursor, out var isNegated) is { } inside)
            {
                union.AddInside(inside, isNegated);
                return;
            }
            ReadRange(union, ReadEscaped());
            return;
        }
        ReadRange(union, cursor.Read());
    }

    private void ReadRange(Union union, int first)
    {
        if (cursor.Peek() != '-' || cursor.PeekSecond() is '[' or ']' or PatternCursor.End)
        {
            union.Add(first, first);
            return;
        }
        cursor.Read();
        var last = cursor.TryRead('\\') ? ReadEscaped() : cursor.Read();
        if (last < first)
            cursor.Fail("Illegal character range");
        else
            union.Add(first, last);
    }

    private int ReadEscaped()
    {
        if (EscapeReader.ReadCharacter(cursor) is { } character)
            return character;
        cursor.Fail("Illegal/unsupported escape sequence");
        return 0;
    }

    private static string Combine(List<Union> operands, bool isNegated)
    {
        if (operands is [{ IsFlat: true } only])
            return only.ToClass(isNegated);
        var text = operands[^1].ToString();
        for (var at = operands.Count - 2; at >= 0; at--)
            text = $"(?={operands[at]}){text}";
        return isNegated ? $"(?:(?!{text}){NetText.Any})" : $"(?:{text})";
    }

    /// <summary>What stands in one class beside each other.</summary>
    private sealed class Union
    {
        private const int FirstOfTwoUnits = 0x10000;

        private readonly StringBuilder _inside = new();
        private readonly List<string> _others = [];

        public bool IsEmpty => _inside.Length == 0 && _others.Count == 0;

        public bool IsFlat => _others.Count == 0;

        public void Add(int first, int last)
        {
            if (first < FirstOfTwoUnits)
                _inside.Append(NetText.Of(first)).Append('-').Append(NetText.Of(Math.Min(last, FirstOfTwoUnits - 1)));
            if (last < FirstOfTwoUnits)
                return;
            _others.Add(first == last ? NetText.Of(first) : @"[\uD800-\uDBFF][\uDC00-\uDFFF]");
        }

        public void AddInside(string inside, bool isNegated)
        {
            if (isNegated)
                _others.Add($"[^{inside}]");
            else
                _inside.Append(inside);
        }

        public void AddWhole(string expression) => _others.Add(expression);

        public string ToClass(bool isNegated) => IsEmpty ? (isNegated ? NetText.Any : NetText.Never) : $"[{(isNegated ? "^" : "")}{_inside}]";

        public override string ToString() => IsFlat
            ? ToClass(isNegated: false)
            : $"(?:{string.Join('|', _inside.Length == 0 ? _others : _others.Prepend(ToClass(isNegated: false)))})";
    }
}
