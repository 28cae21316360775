// Sends marks. Each has an id of its own, so that one that is sent twice stands once.
import * as store from "./recording-store.js";
import { Refusal } from "./tus-request.js";

const longest = 7 * 24 * 3600 * 1000;
// These say that the mark itself is wrong; it will never be taken.
const hopeless = [400, 413, 415, 422];

// Sends all; throws when some could not be sent.
export async function sendMarks(lectureOf) {
  let failure;
  for (const mark of await store.marks()) {
    const lecture = mark.lecture ?? lectureOf(mark.recording);
    if (lecture) await send(lecture, mark).catch((error) => { failure = error; });
  }
  if (failure) throw failure;
}

async function send(lecture, mark) {
  const address = `/api/lectures/${lecture}/marks`;
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
  await forget(mark);
}

// It may have been taken back while it was sent; then its removal is what waits now.
async function forget(mark) {
  const now = (await store.marks()).find((each) => each.id === mark.id);
  if (now && now.isUndone === mark.isUndone) await store.removeMark(mark.id);
}

async function ask(method, address, body, type) {
  let answer;
  try {
    answer = await fetch(address, { method, body, headers: type ? { "Content-Type": type } : {}, signal: AbortSignal.timeout(30000) });
  } catch {
    throw new Refusal(0);
  }
  if (!answer.ok) throw new Refusal(answer.status);
}
