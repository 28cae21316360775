using Microsoft.ML.OnnxRuntime;

namespace Lectern.Inference.Seq2Seq;

/// <summary>Rows that are being decoded together, one token a step.</summary>
/// <remarks>Owns its tensors; not thread-safe.</remarks>
internal sealed class DecodingBatch : IDisposable
{
    // Copying the cache to drop rows costs about as much as a few steps, so rows leave when a quarter of them have finished.
    private const double FullEnough = 0.75;

    private readonly Seq2SeqModel _model;
    private readonly GreedySearch[] _searches;
    private readonly int[] _taskOfRow;
    private readonly KvCache _cache;
    private int[] _active;
    private long[] _tokens;
    private OrtValue _hidden;
    private OrtValue? _bias;
    private bool _isFirstStep = true;

    internal DecodingBatch(Seq2SeqModel model, EncodedBatch encoded, IReadOnlyList<Seq2SeqTask> tasks, int[] rows)
    {
        _model = model;
        _taskOfRow = rows;
        _searches = [.. rows.Select(row => new GreedySearch(tasks[row]))];
        _active = [.. Enumerable.Range(0, rows.Length)];
        _tokens = [.. rows.SelectMany(row => tasks[row].Prompt).Select(token => (long)token)];
        _hidden = encoded.Join(rows);
        _bias = model.Signature.HidesPadding ? encoded.Bias(rows) : null;
        _cache = new KvCache(model.Signature.Cache, rows.Length);
    }

    /// <summary>Gets whether every row has finished.</summary>
    internal bool IsFinished => _active.Length == 0;

    /// <summary>Decodes one token for each row that has not finished.</summary>
    internal void Step(RunOptions run)
    {
        var outputs = Run(run);
        using (var logits = outputs[0])
        {
            _cache.Advance([.. outputs.Skip(1)]);
            Choose(logits);
        }

        _isFirstStep = false;
        LeaveFinished();
    }

    /// <summary>Writes what was generated to the places of the rows' tasks.</summary>
    internal void Collect(Generation[] results)
    {
        for (var i = 0; i < _searches.Length; i++)
            results[_taskOfRow[i]] = _searches[i].Finish();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hidden.Dispose();
        _bias?.Dispose();
        _cache.Dispose();
    }

    private IReadOnlyList<OrtValue> Run(RunOptions run)
    {
        using var tokens = OrtValue.CreateTensorValueFromMemory(_tokens, [_active.Length, _tokens.Length / _active.Length]);
        using var branch = OrtValue.CreateTensorValueFromMemory([!_isFirstStep], [1]);
        var inputs = new List<OrtValue>(_model.Signature.Inputs.Count) { tokens, _hidden, branch };
        if (_bias is not null)
            inputs.Add(_bias);
        inputs.AddRange(_cache.Values);
        return _model.Step(inputs, run);
    }

    /// <summary>Chooses the next tokens from logits [rows, steps, vocabulary], of which only the last step's count.</summary>
    private void Choose(OrtValue logits)
    {
        var all = logits.GetTensorMutableDataAsSpan<float>();
        var vocabulary = _model.Signature.VocabularySize;
        var row = all.Length / _active.Length;
        var next = new long[_active.Length];
        for (var i = 0; i < _active.Length; i++)
        {
            var search = _searches[_active[i]];
            if (!search.IsFinished)
                next[i] = search.Choose(all.Slice((i + 1) * row - vocabulary, vocabulary));
        }

        _tokens = next;
    }

    private void LeaveFinished()
    {
        var stay = Enumerable.Range(0, _active.Length).Where(i => !_searches[_active[i]].IsFinished).ToArray();
        if (stay.Length > 0 && stay.Length > _active.Length * FullEnough)
            return;
        if (stay.Length > 0)
        {
            _cache.Keep(stay);
            _hidden = Rows.Take(_hidden, stay);
            _bias = _bias is null ? null : Rows.Take(_bias, stay);
            _tokens = [.. stay.Select(i => _tokens[i])];
        }

        _active = [.. stay.Select(i => _active[i])];
    }
}
