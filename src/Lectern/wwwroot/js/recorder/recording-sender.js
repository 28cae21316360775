// Sends one recording: begins it at the server, adds what waits here from where the server stands, says how long it is when it is over.
import * as store from "./recording-store.js";
import * as tus from "./tus-request.js";
import { secondsOf } from "./wave.js";

// A hundred and twenty-eight blocks of a quarter of a second make a megabyte.
const piecesAtOnce = 128;
const holeBytes = 2 ** 20;

export class RecordingSender {
  constructor(key) {
    this.key = key;
    // How many bytes the server is known to have; null until it was asked.
    this.acknowledged = null;
    // The last number that it said, for people.
    this.saved = 0;
    // Pieces that the browser's store had no room for.
    this.unstored = [];
    this.trouble = null;
    this.row = null;
  }

  get waiting() {
    return this.row ? Math.max(0, this.row.offset - this.saved) : 0;
  }

  // Sends the next bytes. Returns whether there may be more to send at once; throws what stands in the way.
  async sendSome() {
    this.row = await store.recording(this.key);
    if (!this.row || this.row.state === "sent") return false;
    this.row.offset = Math.max(this.row.offset, endOf(this.unstored.at(-1)));
    if (!this.row.lecture) await this.begin();
    if (this.acknowledged === null) await this.ask();
    const body = await this.nextBytes();
    if (body) return this.append(body);
    if (this.row.state !== "finishing" || this.acknowledged < this.row.offset) return false;
    await tus.finish(this.row.lecture, this.acknowledged);
    this.row.state = "sent";
    await store.changeRecording(this.key, { state: "sent" });
    return false;
  }

  async begin() {
    const lecture = await tus.begin(this.row.fileName);
    this.row.lecture = lecture;
    await store.changeRecording(this.key, { lecture });
  }

  // The server's word counts. Where it has more than this browser remembers, the recording goes on after that.
  async ask() {
    const offset = await tus.offsetOf(this.row.lecture).catch((error) => this.beginAnew(error));
    await this.stands(offset);
    if (this.acknowledged <= this.row.offset) return;
    this.row.offset = this.acknowledged;
    await store.changeRecording(this.key, { offset: this.acknowledged });
  }

  // The lecture is gone for good, or the browser has another workspace by now. What is still whole here becomes a new one.
  async beginAnew(error) {
    const [first] = await store.firstPieces(this.key, 1);
    if (error.status !== 404 || first?.offset !== 0) throw error;
    await this.begin();
    return 0;
  }

  async append(body) {
    try {
      await this.stands(await tus.append(this.row.lecture, this.acknowledged, body));
      return true;
    } catch (error) {
      // Some of it may have arrived.
      this.acknowledged = null;
      if (error.status === 409) return true;
      throw error;
    }
  }

  async stands(offset) {
    this.acknowledged = offset;
    this.saved = offset;
    this.unstored = this.unstored.filter((piece) => endOf(piece) > offset);
    const kept = await store.firstPieces(this.key, piecesAtOnce + 1);
    const last = kept.findLast((piece) => endOf(piece) <= offset);
    if (last) await store.forgetPieces(this.key, last.offset);
  }

  async nextBytes() {
    const pieces = [...await store.firstPieces(this.key, piecesAtOnce), ...this.unstored]
      .filter((piece) => endOf(piece) > this.acknowledged)
      .sort((a, b) => a.offset - b.offset)
      .slice(0, piecesAtOnce);
    if (pieces.length === 0) return null;
    // A piece that is gone from here leaves silence: what follows must stay in its place.
    if (pieces[0].offset > this.acknowledged) return this.fillHole(pieces[0].offset);
    const parts = [];
    let end = this.acknowledged;
    for (const piece of pieces) {
      if (piece.offset > end) break;
      parts.push(new Uint8Array(piece.bytes).subarray(end - piece.offset));
      end = endOf(piece);
    }
    return new Blob(parts);
  }

  async fillHole(until) {
    if (this.hole !== until) {
      this.hole = until;
      const [seconds, endSeconds] = [secondsOf(this.acknowledged), secondsOf(until)];
      const text = "This part was lost in the browser";
      await store.putMark({ id: crypto.randomUUID(), recording: this.key, lecture: this.row.lecture, kind: "gap", seconds, endSeconds, text, madeAt: Date.now() });
    }
    return new Blob([new Uint8Array(Math.min(holeBytes, until - this.acknowledged))]);
  }
}

const endOf = (piece) => (piece ? piece.offset + piece.bytes.byteLength : 0);
