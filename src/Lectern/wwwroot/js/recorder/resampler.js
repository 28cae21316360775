// Changes the rate of sound, by whole numbers of polyphase filtering, so that no rounding adds up: N samples become exactly ceil(N · to / from).
// The low-pass is a sinc under a Kaiser window, from 0.45 to 0.5 of the lower rate; what lies above is at least 70 dB down (Kaiser 1974).
const attenuation = 80;
const beta = 0.1102 * (attenuation - 8.7);
const middle = 0.475;
const transition = 0.05;

export class Resampler {
  constructor(from, to) {
    const divisor = greatestDivisor(from, to);
    this.up = to / divisor;
    this.down = from / divisor;
    const band = Math.min(from, to) / from;
    this.half = Math.ceil((attenuation - 7.95) / (14.36 * transition * band) / 2);
    this.taps = 2 * this.half;
    this.filters = filters(this.up, this.half, middle * band);
    // Before the first sample there is silence.
    this.line = new Float32Array(this.taps + 4096);
    this.filled = this.half - 1;
    this.at = 0;
    this.phase = 0;
    this.out = new Float32Array(0);
  }

  // Takes samples, and returns those that can be told by now: a view that holds until the next call.
  push(input) {
    this.append(input);
    let count = 0;
    while (this.at + this.taps <= this.filled) {
      if (count === this.out.length) this.out = grown(this.out, 2 * count + 64);
      this.out[count++] = this.next();
    }
    this.line.copyWithin(0, this.at, this.filled);
    this.filled -= this.at;
    this.at = 0;
    return this.out.subarray(0, count);
  }

  // Returns the last samples; after it comes nothing.
  end() {
    return this.push(new Float32Array(this.half));
  }

  append(input) {
    if (this.filled + input.length > this.line.length) this.line = grown(this.line, this.filled + 2 * input.length);
    this.line.set(input, this.filled);
    this.filled += input.length;
  }

  next() {
    const filter = this.phase * this.taps;
    let sum = 0;
    for (let tap = 0; tap < this.taps; tap++) sum += this.filters[filter + tap] * this.line[this.at + tap];
    this.phase += this.down;
    const whole = Math.floor(this.phase / this.up);
    this.at += whole;
    this.phase -= whole * this.up;
    return sum;
  }
}

// One filter for each place that an output sample can have between two input samples; each lets a constant through as it is.
function filters(up, half, cutoff) {
  const taps = 2 * half;
  const table = new Float32Array(up * taps);
  for (let phase = 0; phase < up; phase++) {
    const row = table.subarray(phase * taps, (phase + 1) * taps);
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      const distance = tap - half + 1 - phase / up;
      row[tap] = sinc(2 * cutoff * distance) * kaiser(distance / half);
      sum += row[tap];
    }
    for (let tap = 0; tap < taps; tap++) row[tap] /= sum;
  }
  return table;
}

const sinc = (x) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

const kaiser = (x) => (Math.abs(x) >= 1 ? 0 : bessel(beta * Math.sqrt(1 - x * x)) / bessel(beta));

// The modified Bessel function of order zero, by its power series.
function bessel(x) {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-12; n++) {
    term *= (x / (2 * n)) ** 2;
    sum += term;
  }
  return sum;
}

const greatestDivisor = (a, b) => (b === 0 ? a : greatestDivisor(b, a % b));

function grown(array, length) {
  const larger = new Float32Array(length);
  larger.set(array);
  return larger;
}
