using System.IO.Compression;
using System.Security.Cryptography;

namespace ChatBot.Sources;

/// <summary>
/// A file being read once: decompressed where it begins as gzip does, its bytes on disk hashed and counted in passing.
/// </summary>
internal sealed class ImportedFile : IDisposable
{
    private readonly Counted raw;

    private ImportedFile(Counted raw, Stream content)
    {
        this.raw = raw;
        Content = content;
    }

    /// <summary>What is in it, decompressed.</summary>
    public Stream Content { get; }

    /// <summary>Opens the file. <paramref name="progress"/> is told the bytes read so far, seldom.</summary>
    public static ImportedFile Open(string path, Action<long> progress)
    {
        var counted = new Counted(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan), progress);
        Span<byte> start = stackalloc byte[2];
        var read = counted.Peek(start);
        var isGzip = read == 2 && start is [0x1f, 0x8b];
        return new ImportedFile(counted, isGzip ? new BufferedStream(new GZipStream(counted, CompressionMode.Decompress), 1 << 16) : counted);
    }

    /// <summary>Reads whatever is left and gives the SHA-256 of the file's bytes, as lower-case hex.</summary>
    public string Finish()
    {
        raw.CopyTo(Stream.Null);
        return raw.Hash();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Content.Dispose();
        raw.End();
    }

    /// <summary>Hashes and counts what is read through it.</summary>
    private sealed class Counted(FileStream file, Action<long> progress) : Stream
    {
        private const long Step = 1 << 20;
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private long count;
        private long told;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => file.Length;

        public override long Position
        {
            get => count;
            set => throw new NotSupportedException();
        }

        public int Peek(Span<byte> start)
        {
            var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            file.Position = 0;
            return read;
        }

        public string Hash() => Convert.ToHexStringLower(hash.GetCurrentHash());

        public override int Read(Span<byte> buffer) => Note(buffer, file.Read(buffer));

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await file.ReadAsync(buffer, cancellationToken);
            return Note(buffer.Span, read);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        /// <summary>A reader that closes its stream is not the end of the file: what it left is still hashed.</summary>
        public void End()
        {
            hash.Dispose();
            file.Dispose();
        }

        private int Note(ReadOnlySpan<byte> buffer, int read)
        {
            hash.AppendData(buffer[..read]);
            count += read;
            if (count - told >= Step || read == 0)
            {
                told = count;
                progress(count);
            }

            return read;
        }
    }
}
