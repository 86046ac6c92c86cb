using System.Net;
using System.Net.Sockets;

namespace Registry.Testing;

/// <summary>Ports for servers that are killed and started again on the same one.</summary>
public static class FreePorts
{
    // Below those that the system gives to connections: none of them takes the port while its server is down.
    private const int Lowest = 10_000;
    private const int End = 32_000;

    /// <returns>As many different ones, on which nothing listens now.</returns>
    public static int[] Take(int count) => [.. Candidates().Distinct().Where(IsFree).Take(count)];

    private static IEnumerable<int> Candidates()
    {
        while (true)
            yield return Random.Shared.Next(Lowest, End);
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
