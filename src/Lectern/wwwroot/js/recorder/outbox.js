// Sends what the recorder keeps in this browser, on every page and until the server has all of it. One tab does it at a time: the one that records
// takes the work over, and when it closes another goes on.
import * as store from "./recording-store.js";
import { place, sendMarks } from "./mark-sender.js";
import { RecordingSender } from "./recording-sender.js";

const lockName = "lectern-outbox";
// Pauses between attempts in ms; the last one is repeated for as long as it takes.
const pauses = [500, 1000, 2000, 4000, 8000];
// What the server refuses is tried again now and then: a lecture may come back from the recycle bin, a disk may be emptied.
const refusedPause = 30000;
const emptyLifetime = 24 * 3600 * 1000;

class Outbox extends EventTarget {
  senders = new Map();
  isHolder = false;
  #marks = { tries: 0, notBefore: 0 };
  #wanted = null;
  #turn = 0;

  start() {
    addEventListener("online", () => this.hurry());
    this.#take({});
  }

  // The tab that records sends by itself, and need not wait for another that the browser may have put to sleep.
  takeOver() {
    if (!this.isHolder) this.#take({ steal: true });
  }

  // Something new is there.
  wake() {
    this.#wanted?.();
  }

  // The line may be back: no pause holds any more.
  hurry() {
    for (const sender of this.senders.values()) sender.notBefore = 0;
    this.#marks.notBefore = 0;
    this.wake();
  }

  sender(key) {
    if (!this.senders.has(key)) this.senders.set(key, Object.assign(new RecordingSender(key), { tries: 0, notBefore: 0 }));
    return this.senders.get(key);
  }

  #take(options) {
    navigator.locks.request(lockName, options, () => this.#run(++this.#turn)).catch((error) => {
      // Another tab took it over. When that one closes, it comes back.
      this.#turn++;
      this.isHolder = false;
      if (error.name === "AbortError") this.#take({});
    });
  }

  async #run(turn) {
    this.isHolder = true;
    for (const sender of this.senders.values()) sender.acknowledged = null;
    while (turn === this.#turn) {
      const woken = new Promise((resolve) => { this.#wanted = resolve; });
      const next = await this.#round().catch(() => Date.now() + refusedPause);
      this.dispatchEvent(new Event("change"));
      if (next <= Date.now()) continue;
      const timer = Number.isFinite(next) ? setTimeout(() => this.wake(), next - Date.now()) : 0;
      await woken;
      clearTimeout(timer);
    }
  }

  // Sends a bit of everything; returns when to go on.
  async #round() {
    const rows = await store.recordings().catch(() => []);
    for (const key of this.senders.keys()) {
      if (!rows.some((row) => row.key === key)) this.senders.delete(key);
    }
    let next = Infinity;
    for (const row of rows) next = Math.min(next, await this.#send(this.sender(row.key)));
    next = Math.min(next, await this.#sendMarks(rows));
    await this.#clear(rows);
    return next;
  }

  async #send(sender) {
    if (Date.now() < sender.notBefore) return sender.notBefore;
    try {
      const isMore = await sender.sendSome();
      // The line is back; marks need not wait for their turn.
      if (sender.trouble) this.#marks.notBefore = 0;
      Object.assign(sender, { tries: 0, trouble: null });
      if (sender.row?.state === "sent" && !sender.isTold) this.#tell(sender);
      return isMore ? 0 : Infinity;
    } catch (error) {
      sender.trouble = error;
      sender.acknowledged = null;
      sender.notBefore = Date.now() + (error.isPassing ? pauses[Math.min(sender.tries++, pauses.length - 1)] : refusedPause);
      return sender.notBefore;
    }
  }

  #tell(sender) {
    sender.isTold = true;
    this.dispatchEvent(new CustomEvent("sent", { detail: sender.row }));
    dispatchEvent(new Event("lectern:uploads"));
  }

  async #sendMarks(rows) {
    if (Date.now() < this.#marks.notBefore) return this.#marks.notBefore;
    try {
      await sendMarks((key) => this.senders.get(key)?.row ?? rows.find((row) => row.key === key));
      this.#marks.tries = 0;
      return Infinity;
    } catch {
      this.#marks.notBefore = Date.now() + Math.min(60000, 1000 * 2 ** this.#marks.tries++);
      return this.#marks.notBefore;
    }
  }

  // A recording is forgotten when the server has all of it and its marks know where they belong.
  async #clear(rows) {
    for (const { key, offset, startedAt } of rows) {
      // Its microphone never opened.
      if (offset === 0 && Date.now() - startedAt > emptyLifetime) await store.removeRecording(key);
      const row = this.senders.get(key)?.row;
      if (row?.state !== "sent") continue;
      for (const mark of await store.marks()) {
        if (mark.recording === key && !mark.isSent) await store.putMark(place(mark, row));
      }
      await store.removeRecording(key);
    }
  }
}

export const outbox = new Outbox();
