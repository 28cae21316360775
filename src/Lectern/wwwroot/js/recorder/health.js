// Listens for what is wrong with the sound: digital silence, distortion, and time for which none came. Knows nothing of pages and devices.
import { rate } from "./wave.js";

const silentBlocks = 12;
const window = 8;
const clippedShare = 0.002;
const clippedBlocks = 4;
// Blocks may come late and then all at once; time is missing only when they do not catch up.
const lateSeconds = 0.75;
// The clocks of sound and of the day differ by little; over hours it adds up.
const drift = 0.01;

export class Health {
  #flat = 0;
  #clips = [];
  #clock = null;
  #late = null;

  // tell(kind, isWrong, seconds): a trouble began or ended at that second of the recording. missing(seconds, length): as much is missing there.
  constructor({ tell, missing }) {
    this.tell = tell;
    this.missing = missing;
  }

  // Takes what was measured of a block, and the second of the recording where the block begins.
  heard(block, seconds) {
    this.#hearSilence(block, seconds);
    this.#hearClipping(block, seconds);
    if (block.samples) this.#watchClock(block, seconds);
  }

  // After a pause time begins anew.
  restart() {
    this.#clock = null;
    this.#late = null;
  }

  #hearSilence(block, seconds) {
    const length = block.length / rate;
    if (block.isFlat) {
      this.#flat++;
      if (this.#flat === silentBlocks) this.tell("silent", true, Math.max(0, seconds + length - silentBlocks * length));
    } else {
      if (this.#flat >= silentBlocks) this.tell("silent", false, seconds);
      this.#flat = 0;
    }
  }

  #hearClipping(block, seconds) {
    const before = this.#isClipping();
    this.#clips.push(block.clippedShare > clippedShare);
    if (this.#clips.length > window) this.#clips.shift();
    if (this.#isClipping() !== before) this.tell("clipping", !before, seconds);
  }

  #isClipping() {
    const count = this.#clips.filter(Boolean).length;
    return count >= clippedBlocks;
  }

  #watchClock(block, seconds) {
    const behind = block.heardAt / 1000 - (seconds + block.length / rate);
    this.#clock ??= behind;
    const late = behind - this.#clock;
    if (late <= lateSeconds) {
      this.#late = null;
      this.#clock += late * drift;
      return;
    }
    this.#late ??= { seconds, least: late, blocks: 0 };
    this.#late.least = Math.min(this.#late.least, late);
    if (++this.#late.blocks < window) return;
    this.missing(this.#late.seconds, this.#late.least);
    this.#clock += this.#late.least;
    this.#late = null;
  }
}
