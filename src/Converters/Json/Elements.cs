namespace Registry.Converters.Json;

/// <summary>What is read one after the other and becomes an array.</summary>
internal struct Elements<T>
{
    private const int First = 4;

    private T[]? _items;
    private int _count;

    public readonly int Count => _count;

    public void Add(T item)
    {
        if (_items is null)
            _items = new T[First];
        else if (_count == _items.Length)
            Array.Resize(ref _items, _count * 2);
        _items[_count++] = item;
    }

    public T[] ToArray()
    {
        if (_items is null)
            return [];
        Array.Resize(ref _items, _count);
        return _items;
    }
}
