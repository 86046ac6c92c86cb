using Registry.Schemas;

namespace Registry.Avro.Compatibility;

/// <summary>What the comparison of one pair found; nothing means compatible.</summary>
internal struct Findings
{
    /// <summary>A type that is met often repeats its findings each time, so their number can grow beyond use.</summary>
    private const int Maximum = 10_000;

    private List<Incompatibility>? _list;

    public readonly bool AreNone => _list is null;

    public readonly IReadOnlyList<Incompatibility> All => _list is null ? [] : _list;

    public void Add(Incompatibility finding)
    {
        _list ??= [];
        if (_list.Count < Maximum)
            _list.Add(finding);
    }

    public void Add(Findings findings)
    {
        if (findings._list is null)
            return;
        _list ??= [];
        _list.AddRange(findings._list.Take(Maximum - _list.Count));
    }
}
