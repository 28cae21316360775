import assert from "node:assert/strict";
import { test } from "node:test";
import { Resampler } from "./js/recorder/resampler.js";

const to = 16000;
const rates = [8000, 11025, 16000, 22050, 44100, 48000, 96000];

// A tone through the resampler, in pieces as a sound thread has them.
function through(from, hertz, seconds = 1, piece = 128) {
  const input = Float32Array.from({ length: from * seconds }, (_, i) => Math.sin(2 * Math.PI * hertz * i / from));
  const resampler = new Resampler(from, to);
  const output = [];
  for (let at = 0; at < input.length; at += piece) output.push(...resampler.push(input.subarray(at, at + piece)));
  output.push(...resampler.end());
  return output;
}

// The edges are where the tone begins and ends, which is no tone.
const inner = (output) => output.slice(800, -800);
const decibels = (samples) => 10 * Math.log10(samples.reduce((sum, value) => sum + value * value, 0) / samples.length / 0.5);

for (const from of rates) {
  test(`${from} Hz: the length is exact, whatever the pieces`, () => {
    for (const piece of [1, 128, 1000]) assert.equal(through(from, 440, 0.5, piece).length, Math.ceil(Math.floor(from * 0.5) * to / from));
  });

  test(`${from} Hz: a tone keeps its place in time and its loudness`, () => {
    const output = inner(through(from, 1000));
    const wrong = output.map((value, i) => value - Math.sin(2 * Math.PI * 1000 * (i + 800) / to));
    assert.ok(decibels(wrong) < -60, `${decibels(wrong)} dB of error`);
  });
}

for (const from of [22050, 44100, 48000, 96000]) {
  test(`${from} Hz: what 16 kHz cannot hold is 60 dB down`, () => {
    for (let hertz = 8050; hertz < from / 2; hertz += 610) {
      const level = decibels(inner(through(from, hertz, 0.5)));
      assert.ok(level < -60, `${hertz} Hz comes through at ${level} dB`);
    }
  });
}

test("Speech comes through as it is, up to 7 kHz", () => {
  for (const hertz of [100, 1000, 3000, 5000, 7000]) assert.ok(Math.abs(decibels(inner(through(48000, hertz)))) < 0.1);
});

test("Any split into pieces gives the same samples", () => {
  assert.deepEqual(through(44100, 777, 0.3, 128), through(44100, 777, 0.3, 5000));
});
