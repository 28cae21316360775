// Why a recording cannot be made, for people: what happened, and what to do.
import { isUsable } from "./recording-store.js";

export async function whyUnsupported() {
  if (!isSecureContext) return "Browsers lend the microphone only to pages with https, or on the machine itself. Open Lectern with https, or as http://localhost on the machine where it runs.";
  if (!navigator.mediaDevices?.getUserMedia || !window.AudioWorkletNode || !navigator.locks) return "This browser is too old to record. Use a newer one, or record with another program and add the file to your lectures.";
  if (!await isUsable()) return "This browser keeps nothing, as private windows do, so a recording could be lost. Open Lectern in an ordinary window.";
  return null;
}

export function sentenceOf(error) {
  switch (error.name) {
    case "NotAllowedError": return "The browser did not let Lectern use the microphone. Allow it with the button to the left of the page's address, and press Record again.";
    case "NotFoundError":
    case "OverconstrainedError": return "No microphone was found. Plug one in or choose another one, and press Record again.";
    case "NotReadableError":
    case "AbortError": return "The microphone cannot be opened. Another program may be using it: close that program, and press Record again.";
    default: return error.message;
  }
}
