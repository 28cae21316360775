// Runs beside the page, on the browser's sound thread: makes 16 kHz mono 16-bit samples of the microphone, in blocks of a quarter of a second,
// and says of each when it was heard, how loud it was and whether something is wrong with it.
import { Resampler } from "./resampler.js";
import { blockSamples, rate } from "./wave.js";

// Microphones round: what is this near to full scale has hit it.
const fullScale = 0.99;
// Less than half a step of 16 bits: no microphone that hears anything is so quiet.
const halfStep = 2 ** -16;

class RecorderProcessor extends AudioWorkletProcessor {
  constructor() {
    super();
    this.resampler = new Resampler(sampleRate, rate);
    this.isKeeping = false;
    this.isEnded = false;
    this.begin();
    this.port.onmessage = ({ data }) => this[data]();
  }

  process([input]) {
    if (this.isEnded) return false;
    // Where no track is connected there is no sound, not silence.
    const sound = input[0];
    if (!sound) return true;
    this.measure(sound);
    this.keep(this.resampler.push(sound));
    return true;
  }

  go() {
    this.begin();
    this.isKeeping = true;
  }

  pause() {
    this.post();
    this.isKeeping = false;
    this.port.postMessage({ isPaused: true });
  }

  stop() {
    this.keep(this.resampler.end());
    this.post();
    this.isEnded = true;
    this.port.postMessage({ isEnded: true });
  }

  measure(sound) {
    for (const value of sound) {
      if (value < this.lowest) this.lowest = value;
      if (value > this.highest) this.highest = value;
      if (value >= fullScale || value <= -fullScale) this.clipped++;
    }
    this.measured += sound.length;
  }

  keep(samples) {
    for (const value of samples) {
      this.block[this.filled++] = Math.max(-32768, Math.min(32767, Math.round(value * 32768)));
      if (this.filled === blockSamples) this.post();
    }
  }

  post() {
    if (this.filled === 0) return;
    const samples = this.isKeeping ? this.block.slice(0, this.filled) : null;
    const message = {
      samples,
      length: this.filled,
      heardAt: Date.now(),
      peak: Math.max(0, this.highest, -this.lowest),
      clippedShare: this.clipped / Math.max(1, this.measured),
      isFlat: this.highest - this.lowest < halfStep,
    };
    this.port.postMessage(message, samples ? [samples.buffer] : []);
    this.begin();
  }

  begin() {
    this.block ??= new Int16Array(blockSamples);
    this.filled = 0;
    this.measured = 0;
    this.clipped = 0;
    this.lowest = Infinity;
    this.highest = -Infinity;
  }
}

registerProcessor("lecture-recorder", RecorderProcessor);
