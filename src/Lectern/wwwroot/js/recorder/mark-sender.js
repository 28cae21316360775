// Sends marks. Each has an id of its own, so that one that is sent twice stands once.
import * as store from "./recording-store.js";
import { Refusal } from "./tus-request.js";
import { bytesOf } from "./wave.js";

const longest = 7 * 24 * 3600 * 1000;
// These say that the mark itself is wrong; it will never be taken.
const hopeless = [400, 413, 415, 422];

// Sends all, by the rows of the recordings that are still here; throws when some could not be sent.
export async function sendMarks(rowOf) {
  let failure;
  for (const mark of await store.marks()) {
    if (mark.isSent) continue;
    const row = rowOf(mark.recording);
    const placed = row ? place(mark, row) : mark;
    if (placed.lecture) await send(placed, Boolean(row)).catch((error) => { failure = error; });
  }
  if (failure) throw failure;
}

// Gives a mark its lecture, and its second there: the lecture may begin later than the recording.
export const place = (mark, { lecture, base }) => ({ ...mark, lecture, seconds: later(mark.seconds, base), endSeconds: mark.endSeconds && later(mark.endSeconds, base) });

const later = (seconds, base) => Math.max(0, seconds - base / bytesOf(1));

// isKept: it stays here for as long as the sound around it does.
async function send(mark, isKept) {
  const address = `/api/lectures/${mark.lecture}/marks`;
  const { id, kind, seconds, endSeconds, missingSeconds, text, photo, isUndone } = mark;
  try {
    if (isUndone) {
      // One that never came needs no removal.
      await ask("DELETE", `${address}/${id}`).catch((error) => { if (error.status !== 404) throw error; });
    } else {
      await ask("POST", address, JSON.stringify({ id, kind, seconds, endSeconds, missingSeconds, text }), "application/json");
      if (photo) await ask("PUT", `${address}/${id}/photo`, photo, "image/jpeg");
    }
  } catch (error) {
    if (!hopeless.includes(error.status) && Date.now() - mark.madeAt < longest) throw error;
  }
  await store.settleMark(mark, isKept && !isUndone);
}

async function ask(method, address, body, type) {
  let answer;
  try {
    answer = await fetch(address, { method, body, headers: type ? { "Content-Type": type } : {}, signal: AbortSignal.timeout(30000) });
  } catch {
    throw new Refusal(0);
  }
  if (!answer.ok) throw new Refusal(answer.status);
  // A page is another's answer: that of a network that wants its user to sign in, for example.
  if (answer.headers.get("Content-Type")?.startsWith("text/html")) throw new Refusal(0);
}
