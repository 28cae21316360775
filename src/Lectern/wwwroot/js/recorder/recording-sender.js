// Sends one recording: begins it at the server, adds what waits here from where the server stands, says how long it is when it is over.
import * as store from "./recording-store.js";
import * as tus from "./tus-request.js";
import { bytesOf, header, headerBytes, longestPiece, secondsOf } from "./wave.js";
import { workspace } from "./workspace.js";

// A hundred and twenty-eight blocks of a quarter of a second make a megabyte.
const piecesAtOnce = 128;
const holeBytes = 2 ** 20;
// What the server has is kept for as long as a new browser takes to put its cookie on the disk, and more: without the cookie the lecture is gone.
const keptSeconds = 120;

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
    this.row.base ??= 0;
    this.row.offset = Math.max(this.row.offset, endOf(this.unstored.at(-1)));
    if (!this.row.lecture) await this.begin({});
    if (this.acknowledged === null) await this.ask();
    const body = await this.nextBytes();
    if (body) return this.append(body);
    if (this.row.state !== "finishing" || this.acknowledged < this.row.offset) return false;
    await tus.finish(this.row.lecture, this.acknowledged - this.row.base);
    this.row.state = "sent";
    await store.changeRecording(this.key, { state: "sent" });
    return false;
  }

  async begin(changes) {
    const lecture = await tus.begin(this.row.fileName);
    const begun = { ...changes, lecture, workspace: workspace() };
    Object.assign(this.row, begun);
    await store.changeRecording(this.key, begun);
  }

  // The server's word counts. Where it has more than this browser remembers, the recording goes on after that.
  async ask() {
    const offset = await tus.offsetOf(this.row.lecture).catch((error) => this.beginAnew(error));
    await this.stands(offset);
    if (this.acknowledged <= this.row.offset) return;
    this.row.offset = this.acknowledged;
    await store.changeRecording(this.key, { offset: this.acknowledged });
  }

  // The lecture is not there: the browser has another workspace by now, or the user removed the lecture for good. What is kept here becomes a new one;
  // in one workspace only once, so that nothing comes back over and over that somebody does not want.
  async beginAnew(error) {
    const { offset, isAnew, workspace: before } = this.row;
    const [first] = inOrder([...await store.piecesFrom(this.key, 0, 1), ...this.unstored]);
    if (error.status !== 404 || (isAnew && before === workspace()) || (!first && offset > 0)) throw error;
    // Where the beginning is not here any more, the new lecture begins later: its byte 0 is that of the base.
    const base = first?.offset > 0 ? first.offset - headerBytes : 0;
    await this.begin({ base, isAnew: true });
    await store.sendMarksAgain(this.key);
    if (base > 0) await this.markGap({ seconds: secondsOf(first.offset), missingSeconds: secondsOf(first.offset), text: "The lecture that had it is gone" });
    return 0;
  }

  async append(body) {
    try {
      await this.stands(await tus.append(this.row.lecture, this.acknowledged - this.row.base, body));
      return true;
    } catch (error) {
      // Some of it may have arrived.
      this.acknowledged = null;
      if (error.status === 409) return true;
      throw error;
    }
  }

  // The server has so many bytes of the lecture.
  async stands(offset) {
    this.acknowledged = this.row.base + offset;
    this.saved = this.acknowledged;
    this.unstored = this.unstored.filter((piece) => endOf(piece) > this.acknowledged);
    // Where the store is full, there is room for what was not sent alone.
    const known = this.acknowledged - (this.unstored.length > 0 ? 0 : bytesOf(keptSeconds));
    if (known > longestPiece) await store.forgetUntil(this.key, known - longestPiece, secondsOf(known));
  }

  async nextBytes() {
    const pieces = inOrder([...await store.piecesFrom(this.key, Math.max(0, this.acknowledged - longestPiece), piecesAtOnce), ...this.unstored])
      .filter((piece) => endOf(piece) > this.acknowledged)
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
    const at = this.acknowledged - this.row.base;
    if (at < headerBytes) return new Blob([header().subarray(at)]);
    if (this.hole !== until) {
      this.hole = until;
      await this.markGap({ seconds: secondsOf(this.acknowledged), endSeconds: secondsOf(until), text: "This part was lost in the browser" });
    }
    return new Blob([new Uint8Array(Math.min(holeBytes, until - this.acknowledged))]);
  }

  markGap(gap) {
    return store.putMark({ ...gap, id: crypto.randomUUID(), recording: this.key, kind: "gap", madeAt: Date.now() });
  }
}

const endOf = (piece) => (piece ? piece.offset + piece.bytes.byteLength : 0);

const inOrder = (pieces) => pieces.sort((a, b) => a.offset - b.offset);
