using Microsoft.ML.OnnxRuntime;

namespace Lectern.Inference.Seq2Seq;

/// <summary>Decodes tasks in batches, greedily.</summary>
/// <remarks>
/// Each window is encoded alone, so that its encoding does not depend on its neighbours; the decoder's steps, where nearly all the time goes
/// into reading weights, run for the whole batch at once. A row that has finished leaves the batch. Thread-safe.
/// </remarks>
/// <param name="model">The model; not owned.</param>
public sealed class Generator(Seq2SeqModel model)
{
    /// <summary>Decodes some windows as one batch.</summary>
    /// <param name="tasks">The windows; all with prompts of one length.</param>
    /// <param name="cancellation">Stops within a fraction of a step.</param>
    /// <returns>For each task, in order, what was generated.</returns>
    /// <exception cref="ArgumentException">A prompt is empty, or prompts differ in length.</exception>
    /// <exception cref="ModelException">The model's files do not fit the task, or the model computed no finite numbers.</exception>
    /// <exception cref="OperationCanceledException">The decoding was cancelled.</exception>
    public IReadOnlyList<Generation> Generate(IReadOnlyList<Seq2SeqTask> tasks, CancellationToken cancellation)
    {
        if (tasks.Count == 0)
            return [];
        if (tasks.Any(task => task.Prompt.Count == 0 || task.Prompt.Count != tasks[0].Prompt.Count))
            throw new ArgumentException("All prompts of a batch must have the same length, which is at least one token.", nameof(tasks));

        using var encoding = Seq2SeqModel.CreateEncoderRun();
        using var decoding = Seq2SeqModel.CreateDecoderRun();
        using var registration = cancellation.Register(() => encoding.Terminate = decoding.Terminate = true);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return Decode(tasks, encoding, decoding, cancellation);
        }
        catch (OnnxRuntimeException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (OnnxRuntimeException error)
        {
            throw new ModelException($"The model could not be run ({error.Message.Trim().Split('\n')[0]}). Check its files with 'lectern models verify'.", error);
        }
    }

    private Generation[] Decode(IReadOnlyList<Seq2SeqTask> tasks, RunOptions encoding, RunOptions decoding, CancellationToken cancellation)
    {
        var results = new Generation[tasks.Count];
        using var encoded = EncodedBatch.Encode(model, tasks, encoding);
        foreach (var rows in encoded.Groups(model.Signature.HidesPadding))
        {
            using var batch = new DecodingBatch(model, encoded, tasks, rows);
            while (!batch.IsFinished)
            {
                cancellation.ThrowIfCancellationRequested();
                batch.Step(decoding);
            }

            batch.Collect(results);
        }

        return results;
    }
}
