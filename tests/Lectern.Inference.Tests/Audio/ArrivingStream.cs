namespace Lectern.Inference.Tests.Audio;

/// <summary>A stream that cannot seek and gives its bytes in pieces, like an upload; after some of them it can wait at a gate.</summary>
public sealed class ArrivingStream(byte[] bytes, Func<int> pieceBytes, int gateAt = int.MaxValue) : Stream
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _reachedGate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _position;

    /// <summary>Completes when the reader waits for what comes after the gate.</summary>
    public Task ReachedGate => _reachedGate.Task;

    /// <summary>Thrown instead of giving the bytes after the gate, if set.</summary>
    public Exception? Failure { get; init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void OpenGate() => _gate.TrySetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= gateAt)
        {
            _reachedGate.TrySetResult();
            await _gate.Task.WaitAsync(cancellationToken);
            if (Failure is not null)
                throw Failure;
        }

        var end = _position < gateAt ? Math.Min(gateAt, bytes.Length) : bytes.Length;
        var count = Math.Min(Math.Min(pieceBytes(), buffer.Length), end - _position);
        bytes.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
