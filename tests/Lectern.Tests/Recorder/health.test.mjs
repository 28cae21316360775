import assert from "node:assert/strict";
import { test } from "node:test";
import { Health } from "./js/recorder/health.js";

const length = 4000;

// Blocks of a quarter of a second, one after another, each with what differs from an ordinary one.
function hear(blocks) {
  const told = [];
  const health = new Health({
    tell: (kind, isWrong, seconds) => told.push([kind, isWrong, seconds]),
    missing: (seconds, missing) => told.push(["missing", seconds, Math.round(missing * 100) / 100]),
  });
  blocks.forEach((block, i) => health.heard({ samples: true, length, heardAt: 250 * (i + 1), peak: 0.1, clippedShare: 0, isFlat: false, ...block }, i / 4));
  return told;
}

const many = (count, block = {}) => Array.from({ length: count }, () => block);

test("Ordinary sound is nothing to tell", () => {
  assert.deepEqual(hear(many(40)), []);
});

test("Three seconds of digital silence are told, with where they began and ended", () => {
  assert.deepEqual(hear([...many(4), ...many(14, { isFlat: true }), ...many(4)]), [["silent", true, 1], ["silent", false, 4.5]]);
});

test("A moment of digital silence is none", () => {
  assert.deepEqual(hear([...many(4), ...many(11, { isFlat: true }), ...many(4)]), []);
});

test("Distortion is told when it lasts, and its end", () => {
  const told = hear([...many(4), ...many(6, { clippedShare: 0.02 }), ...many(12)]);

  assert.deepEqual(told.map(([kind, isWrong]) => [kind, isWrong]), [["clipping", true], ["clipping", false]]);
});

test("One loud bang is no distortion", () => {
  assert.deepEqual(hear([...many(4), { clippedShare: 0.5 }, ...many(12)]), []);
});

test("Time for which no sound came is missing", () => {
  const blocks = many(30).map((_, i) => ({ heardAt: 250 * (i + 1) + (i >= 10 ? 5000 : 0) }));

  assert.deepEqual(hear(blocks), [["missing", 2.5, 5]]);
});

test("Blocks that come late and then all at once miss nothing", () => {
  const blocks = many(40).map((_, i) => ({ heardAt: Math.max(250 * (i + 1), i >= 10 && i < 16 ? 4500 : 0) }));

  assert.deepEqual(hear(blocks), []);
});

test("Clocks that run apart by a hundred in a million for three hours miss nothing", () => {
  const blocks = many(43200).map((_, i) => ({ heardAt: 250 * (i + 1) * 1.0001 }));

  assert.deepEqual(hear(blocks), []);
});
