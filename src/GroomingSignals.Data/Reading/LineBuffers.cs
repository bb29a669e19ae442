using System.Buffers;

namespace GroomingSignals.Data.Reading;

/// <summary>Buffers for lines. Large ones are left to the collector: a pool would keep the longest line of each thread alive.</summary>
internal static class LineBuffers
{
    private const int LargestPooled = 1 << 20;

    public static byte[] Rent(int length) =>
        length <= LargestPooled ? ArrayPool<byte>.Shared.Rent(length) : new byte[length];

    public static void Return(byte[] buffer)
    {
        if (buffer.Length <= LargestPooled)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
