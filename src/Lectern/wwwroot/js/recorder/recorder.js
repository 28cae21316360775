// The recorder itself: what happens from the click to the end, without a word of how it looks. Fires "change", "trouble", "mark" and "level".
import * as store from "./recording-store.js";
import * as tus from "./tus-request.js";
import { Health } from "./health.js";
import { lockName } from "./interrupted.js";
import { Microphone } from "./microphone.js";
import { outbox } from "./outbox.js";
import { bytesOfBlock, secondsOf } from "./wave.js";
import { WakeLock } from "./wake-lock.js";
import { workspace } from "./workspace.js";

// What is wrong, as the timeline says it afterwards.
const reasons = {
  gone: "The microphone was unplugged or taken by another program",
  muted: "The microphone was muted",
  stopped: "The browser or the phone stopped the recording",
  silent: "The microphone gave no sound at all",
  clipping: "The sound was too loud and is distorted",
};

// A gap is noticed some time after what made it is over.
const recently = 10000;

export class Recorder extends EventTarget {
  state = "idle";
  row = null;
  microphone = new Microphone();
  troubles = new Map();
  #health = new Health({ tell: (kind, isWrong, seconds) => this.#trouble(kind, isWrong, seconds), missing: (seconds, length) => this.#missing(seconds, length) });
  #offset = 0;
  #why = null;
  #lastTroubles = {};
  #release = null;
  #keeping = Promise.resolve();
  #wakeLock = new WakeLock();

  constructor() {
    super();
    this.microphone.addEventListener("block", ({ detail }) => this.#heard(detail));
    this.microphone.addEventListener("trouble", ({ detail }) => this.#trouble(detail.kind, detail.isWrong, this.seconds));
  }

  get seconds() {
    return secondsOf(this.#offset);
  }

  get isRunning() {
    return this.state === "recording" || this.state === "paused";
  }

  // Begins a recording: the lecture first, then the microphone. Returns false where another tab records; throws what the microphone says.
  async start(title, fallbackTitle) {
    if (!await this.#lock()) return false;
    this.#become("starting");
    const ready = this.microphone.prepare();
    const row = { key: crypto.randomUUID(), title: title || fallbackTitle, startedAt: Date.now(), lastPieceAt: 0, offset: 0, state: "recording", lecture: null, workspace: workspace(), base: 0 };
    row.fileName = `${row.title}.wav`;
    try {
      // Without a connection the recording begins here, and its lecture when there is one.
      row.lecture = await tus.begin(row.fileName).catch((error) => this.#unlessUnreachable(error));
      await store.addRecording(row);
      await ready;
      await this.microphone.openAny();
    } catch (error) {
      await this.#abandon(row);
      throw error;
    }
    this.#run(row, null);
    return true;
  }

  // Goes on with a recording that was interrupted, in the same lecture.
  async goOn(interrupted) {
    if (!await this.#lock()) return false;
    this.#become("starting");
    try {
      await this.microphone.prepare();
      await this.microphone.openAny();
    } catch (error) {
      await this.#leave("idle");
      throw error;
    }
    const row = await store.recording(interrupted.key) ?? interrupted;
    const known = row.lecture ? (row.base ?? 0) + await tus.offsetOf(row.lecture).catch(() => 0) : 0;
    row.offset = Math.max(row.offset, known + known % 2);
    this.#run(row, row.lastPieceAt);
    return true;
  }

  pause() {
    this.#become("paused");
    this.pausedAt = Date.now();
    this.microphone.tell("pause");
  }

  resume() {
    this.#why = { since: this.pausedAt, text: "Paused by hand" };
    this.#health.restart();
    this.microphone.wake();
    this.microphone.tell("go");
    this.#become("recording");
  }

  async stop() {
    this.#become("stopping");
    const ended = new Promise((resolve) => { this.#ended = resolve; });
    this.microphone.tell("stop");
    // A sound thread that the browser has stopped does not answer; what it held is less than a block.
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 1500))]);
    for (const [kind, since] of this.troubles) this.#gap(kind, since, this.seconds);
    await this.#keeping;
    await store.changeRecording(this.row.key, { state: "finishing", offset: this.#offset });
    outbox.wake();
    await this.#leave("sending");
  }

  // Makes a mark at a second, or now.
  async mark(kind, { seconds = this.seconds, ...rest } = {}) {
    const mark = { id: crypto.randomUUID(), recording: this.row.key, kind, seconds, madeAt: Date.now(), ...rest };
    await store.putMark(mark);
    outbox.wake();
    this.dispatchEvent(new CustomEvent("mark", { detail: mark }));
    return mark;
  }

  async undo(mark) {
    await store.putMark({ ...mark, isUndone: true });
    outbox.wake();
  }

  #ended = () => {};

  #run(row, since) {
    this.row = row;
    this.#offset = row.offset;
    if (since) this.#why = { since, text: "The page was closed" };
    this.troubles.clear();
    this.#health.restart();
    outbox.takeOver();
    outbox.sender(row.key);
    this.#wakeLock.hold();
    navigator.storage?.persist?.().catch(() => {});
    this.microphone.tell("go");
    this.#become("recording");
  }

  #heard(block) {
    if (block.isEnded) return this.#ended();
    if (block.isPaused) return;
    if (this.state === "recording" || block.samples) this.#health.heard(block, this.seconds);
    if (block.samples && this.row) this.#take(block);
    this.dispatchEvent(new CustomEvent("level", { detail: block }));
  }

  #take(block) {
    if (this.#why) this.#sayWhy(block);
    const at = this.#offset;
    const bytes = bytesOfBlock(block.samples, at === 0);
    this.#offset += bytes.byteLength;
    this.#keeping = this.#keeping.then(() => this.#keep(at, bytes, block.heardAt));
  }

  async #keep(offset, bytes, heardAt) {
    try {
      await store.addPiece(this.row.key, offset, bytes, heardAt);
      this.#trouble("store", false, 0);
    } catch {
      outbox.sender(this.row.key).unstored.push({ recording: this.row.key, offset, bytes });
      this.#trouble("store", true, 0);
    }
    outbox.wake();
  }

  // The first block after a pause or an interruption tells for how long nothing was recorded.
  #sayWhy(block) {
    const { since, text } = this.#why;
    this.#why = null;
    const missingSeconds = Math.max(0, (block.heardAt - since - block.length / 16) / 1000);
    this.mark("gap", { missingSeconds, text });
  }

  #missing(seconds, missingSeconds) {
    const kind = ["stopped", "gone", "muted"].find((each) => this.troubles.has(each) || Date.now() - this.#lastTroubles[each] < recently);
    this.mark("gap", { seconds, missingSeconds, text: reasons[kind] ?? "The browser was held up" });
  }

  #trouble(kind, isWrong, seconds) {
    if (isWrong === this.troubles.has(kind)) return;
    if (isWrong) {
      this.troubles.set(kind, seconds);
    } else {
      this.#lastTroubles[kind] = Date.now();
      if (this.isRunning) this.#gap(kind, this.troubles.get(kind), seconds);
      this.troubles.delete(kind);
    }
    this.dispatchEvent(new CustomEvent("trouble", { detail: { kind, isWrong } }));
  }

  // What was there but is no good: samples from one second to another. Where none came, the clock says so.
  #gap(kind, seconds, endSeconds) {
    if (reasons[kind] && endSeconds - seconds >= 1) this.mark("gap", { seconds, endSeconds, text: reasons[kind] });
  }

  #unlessUnreachable(error) {
    if (error.status !== 0) throw error;
    return null;
  }

  async #abandon(row) {
    await store.removeRecording(row.key).catch(() => {});
    if (row.lecture) tus.giveUp(row.lecture).catch(() => {});
    await this.#leave("idle");
  }

  async #leave(state) {
    this.#wakeLock.release();
    await this.microphone.close();
    this.troubles.clear();
    this.#release?.();
    this.#release = null;
    this.#become(state);
  }

  // One recorder in a browser: two would write over each other.
  #lock() {
    return new Promise((resolve) => {
      navigator.locks.request(lockName, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock && new Promise((release) => { this.#release = release; });
      });
    });
  }

  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }
}
