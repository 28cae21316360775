// Marks of the lecture that plays: M marks the second as important, and the timeline shows all of them. Over HTTP, as all that saves.
import { spokenClock } from "./clock.js";

const names = { important: "Important", exam: "Exam", lost: "Lost the thread", note: "Note", photo: "Photo", gap: "Sound is missing" };

// Marks a second; says what came of it. What fails is tried again with the same id, so that it cannot be there twice.
export async function addMark(lecture, seconds, say) {
  const mark = { id: randomId(), kind: "important", seconds: Math.round(seconds * 1000) / 1000 };
  for (let attempt = 0; attempt < 3; attempt++) {
    const answer = await send(lecture, mark);
    if (answer?.ok) {
      say(`Marked as important at ${spokenClock(seconds)}.`);
      return true;
    }
    if (answer && answer.status < 500 && answer.status !== 429) {
      say((await answer.json().catch(() => ({}))).detail ?? "The mark could not be saved.");
      return false;
    }
  }
  say("The mark was not saved: the server cannot be reached. Try again when it can.");
  return false;
}

function send(lecture, mark) {
  return fetch(`/api/lectures/${lecture}/marks`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(mark),
  }).catch(() => null);
}

// crypto.randomUUID is there in secure contexts only, and a server in one's own network need not be one.
function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

// The marks over the waveform: ticks, and hatched stretches for gaps. They are for the eye; the transcript says the same in words.
export class MarkTicks {
  constructor(place, lecture) {
    this.lecture = lecture;
    this.marks = [];
    this.layer = document.createElement("div");
    this.layer.className = "ticks";
    this.layer.setAttribute("aria-hidden", "true");
    place.append(this.layer);
  }

  // Reads the marks again when the page says that they are others.
  async load(version) {
    if (this.version === version) return;
    this.version = version;
    const answer = await fetch(`/api/lectures/${this.lecture}/marks`, { cache: "no-store" }).catch(() => null);
    if (!answer?.ok) {
      this.version = undefined;
      return;
    }
    const marks = await answer.json();
    if (this.version !== version) return;
    this.marks = marks;
    this.drawn = 0;
    this.show(this.duration);
  }

  show(duration) {
    this.duration = duration;
    if (!duration || this.drawn === duration) return;
    this.drawn = duration;
    this.layer.replaceChildren(...this.marks.map((mark) => tick(mark, duration)));
  }
}

function tick(mark, duration) {
  const element = document.createElement("span");
  const share = (seconds) => `${Math.min(100, Math.max(0, seconds / duration * 100))}%`;
  element.className = `tick mark-${mark.kind}`;
  element.style.left = share(mark.seconds);
  if (mark.endSeconds > mark.seconds) element.style.width = share(mark.endSeconds - mark.seconds);
  element.title = [names[mark.kind], mark.text].filter(Boolean).join(": ");
  return element;
}
