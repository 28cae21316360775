// The recording as it is sent: a WAV of 16 kHz, mono, 16 bits, whose header does not say how long it is, since nobody knows. A byte's place tells its second.
export const rate = 16000;
export const blockSamples = rate / 4;
export const headerBytes = 44;
const bytesPerSecond = 2 * rate;
export const longestPiece = headerBytes + 2 * blockSamples;
const unknown = 0xffffffff;

export const secondsOf = (offset) => Math.max(0, offset - headerBytes) / bytesPerSecond;

export const bytesOf = (seconds) => seconds * bytesPerSecond;

// The bytes of a block; the first one of a recording has the header before it.
export function bytesOfBlock(samples, isFirst) {
  if (!isFirst) return samples.buffer;
  const bytes = new Uint8Array(headerBytes + samples.byteLength);
  bytes.set(header());
  bytes.set(new Uint8Array(samples.buffer), headerBytes);
  return bytes.buffer;
}

export function header() {
  const view = new DataView(new ArrayBuffer(headerBytes));
  const text = (at, word) => [...word].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  text(0, "RIFF");
  view.setUint32(4, unknown, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, bytesPerSecond, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, unknown, true);
  return new Uint8Array(view.buffer);
}
