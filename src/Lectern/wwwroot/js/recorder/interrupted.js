// Recordings of this browser that nobody records any more and that were not stopped: known on every page, without the recorder itself.
import * as store from "./recording-store.js";
import { outbox } from "./outbox.js";
import { headerBytes } from "./wave.js";

// Who records holds this lock.
export const lockName = "lectern-recorder";

export async function isRecording() {
  const { held = [] } = await navigator.locks.query();
  return held.some((lock) => lock.name === lockName);
}

export async function interrupted() {
  if (await isRecording()) return [];
  return (await store.recordings()).filter((row) => row.state === "recording" && row.offset > headerBytes);
}

export async function finishInterrupted(row) {
  await store.changeRecording(row.key, { state: "finishing" });
  // Another tab that sends would not know of it.
  outbox.takeOver();
  outbox.wake();
}
