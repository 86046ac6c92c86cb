using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Registry.Topic.Embedded;

/// <summary>Finds the records that compaction deletes, from the newest to the oldest: a key that was seen before is superseded here.</summary>
internal sealed class CompactionScan(SqliteConnection connection, EmbeddedTopicOptions options, TimeProvider time) : IDisposable
{
    // Read in pieces, since one long statement would keep the write-ahead log from being reused.
    private const int RowsAtOnce = 5000;

    private readonly SqliteCommand _select = Database.Prepare(connection,
        $"SELECT \"offset\", timestamp, value IS NULL, key FROM record WHERE \"offset\" < @below ORDER BY \"offset\" DESC LIMIT {RowsAtOnce}", ("@below", SqliteType.Integer));

    public CompactionPlan Plan(CancellationToken cancellationToken)
    {
        var keeps = new Keeps(time.GetUtcNow().ToUnixTimeMilliseconds() - (long)options.TombstoneRetention.TotalMilliseconds);
        for (var below = long.MaxValue; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _select.Parameters[0].Value = below;
            using var row = _select.ExecuteReader();
            var rows = 0;
            for (; row.Read(); rows++)
                keeps.See(below = row.GetInt64(0), row.GetInt64(1), row.GetBoolean(2), row.GetFieldValue<byte[]>(3));
            if (rows < RowsAtOnce)
                return keeps.ToPlan(options.TombstoneRetention);
        }
    }

    public void Dispose() => _select.Dispose();

    private sealed class Keeps(long tombstonesFrom)
    {
        // A cut hash in place of the key bounds the memory per key; at 128 bits of SHA-256 two keys do not meet, not even on purpose.
        private readonly HashSet<UInt128> _keys = [];
        private readonly List<long> _superseded = [];
        private long? _last;
        private long _kept;
        private long? _oldestTombstone;

        public void See(long offset, long timestamp, bool tombstone, byte[] key)
        {
            // The last row stays whatever it is: it tells the next offset.
            var isLast = _last is null;
            _last ??= offset;
            var isNewest = _keys.Add(BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(key)));
            if (!isNewest || (tombstone && timestamp <= tombstonesFrom && !isLast))
            {
                _superseded.Add(offset);
                return;
            }
            _kept++;
            if (tombstone && !isLast)
                _oldestTombstone = timestamp; // the oldest so far: timestamps never go up on the way back
        }

        public CompactionPlan ToPlan(TimeSpan retention)
        {
            _superseded.Reverse();
            // A tenth later than the oldest may go, so that many tombstones go with one scan.
            var expiry = _oldestTombstone + (long)(retention.TotalMilliseconds * 1.1);
            return new CompactionPlan(_superseded, new CompactionState(_last + 1 ?? 0, _kept, expiry));
        }
    }
}
