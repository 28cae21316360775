// Tells when this browser's store has room for less than half an hour of sound, should the connection be lost.
import { bytesOf } from "./wave.js";

const wantedSeconds = 30 * 60;

// Returns for how many seconds there is room, or null where it is enough or the browser does not say.
export async function scarceSeconds() {
  const estimate = await navigator.storage?.estimate?.().catch(() => null);
  if (!estimate?.quota) return null;
  const seconds = (estimate.quota - estimate.usage) / bytesOf(1);
  return seconds < wantedSeconds ? Math.max(0, seconds) : null;
}
