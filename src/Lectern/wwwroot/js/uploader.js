// Sends files by tus 1.0, each to its end: over lost connections, refreshes and restarts of browser and server.
import "../lib/tus.min.js";
import { forget, keep, kept } from "./upload-store.js";

const chunkSize = 8 * 1024 * 1024;
const endpoint = "/files";
const atOnce = 3;
// Pauses between attempts in ms; the last one is repeated for as long as it takes.
const delays = [500, 1000, 2000, 4000, 8000];

export const uploads = [];
const listeners = new Set();

export function onChange(listener) {
  listeners.add(listener);
}

function changed() {
  for (const listener of listeners) listener();
}

// Takes files that the user gave: new ones, and those that an unfinished upload was waiting for.
export function accept(files) {
  let begun = 0;
  for (const file of files) {
    const waiting = uploads.find((upload) => upload.state === "missing" && upload.name === file.name && upload.size === file.size);
    if (waiting) {
      waiting.attach(file);
    } else {
      uploads.push(new Upload({ file, name: file.name, size: file.size }));
      begun++;
    }
  }
  if (begun === 1 && files.length === 1) uploads.at(-1).opens = true;
  startNext();
}

export function remove(upload) {
  uploads.splice(uploads.indexOf(upload), 1);
  changed();
}

function startNext() {
  const running = uploads.filter((upload) => ["sending", "offline"].includes(upload.state)).length;
  for (const upload of uploads.filter((each) => each.state === "queued").slice(0, Math.max(0, atOnce - running))) upload.send();
  changed();
}

class Upload {
  constructor({ file, name, size, id = null }) {
    Object.assign(this, { file, name, size, id, sent: 0, speed: 0, error: "", opens: false });
    this.state = file ? "queued" : "missing";
  }

  attach(file) {
    this.file = file;
    this.state = "queued";
    keep(this);
  }

  send() {
    this.state = "sending";
    this.error = "";
    this.marks = [];
    this.tus = new tus.Upload(this.file, {
      endpoint,
      uploadUrl: this.id ? `${endpoint}/${this.id}` : null,
      chunkSize,
      retryDelays: delays,
      storeFingerprintForResuming: false,
      metadata: { filename: this.name, filetype: this.file.type },
      onUploadUrlAvailable: () => this.created(),
      onProgress: (sent) => this.progressed(sent),
      onShouldRetry: (error) => this.shouldRetry(error),
      onError: (error) => this.failed(error),
      onSuccess: () => this.finished(),
    });
    this.tus.start();
  }

  created() {
    if (this.id) return;
    this.id = new URL(this.tus.url, location.href).pathname.split("/").at(-1);
    keep(this);
    dispatchEvent(new Event("lectern:uploads"));
    // A page that records is not left for another.
    if (document.querySelector("lecture-recorder")) return;
    if (this.opens && document.documentElement.dataset.live === "true") Blazor.navigateTo(`/lectures/${this.id}`);
    else if (this.opens) location.assign(`/lectures/${this.id}`);
  }

  progressed(sent) {
    this.state = "sending";
    this.sent = sent;
    const now = performance.now();
    this.marks.push([now, sent]);
    while (this.marks.length > 2 && now - this.marks[0][0] > 5000) this.marks.shift();
    const [since, from] = this.marks[0];
    this.speed = now > since ? (sent - from) / (now - since) * 1000 : 0;
    changed();
  }

  shouldRetry(error) {
    const status = error.originalResponse?.getStatus() ?? 0;
    const passing = status === 0 || status >= 500 && status !== 507 || status === 409 || status === 423 || status === 429;
    if (passing) {
      this.state = "offline";
      this.marks = [];
      changed();
    }
    return passing;
  }

  // The attempts of tus-js-client are used up, or the server refused.
  async failed(error) {
    const answer = error.originalResponse;
    const status = answer?.getStatus() ?? 0;
    if (status === 0 || status >= 500 && status !== 507) {
      this.state = "offline";
      this.retry = setTimeout(() => this.send(), delays.at(-1));
    } else {
      this.state = "failed";
      this.error = sentenceOf(answer, status);
      if ([404, 410, 413, 415].includes(status)) forget(this.id);
      startNext();
    }
    changed();
  }

  pause() {
    clearTimeout(this.retry);
    this.tus?.abort();
    this.state = "paused";
    startNext();
  }

  resume() {
    this.state = "queued";
    startNext();
  }

  async cancel() {
    this.pause();
    if (this.id) {
      await fetch(`${endpoint}/${this.id}`, { method: "DELETE", headers: { "Tus-Resumable": "1.0.0" } }).catch(() => {});
      forget(this.id);
      dispatchEvent(new Event("lectern:uploads"));
    }
    remove(this);
  }

  finished() {
    this.state = "done";
    this.sent = this.size;
    forget(this.id);
    dispatchEvent(new Event("lectern:uploads"));
    startNext();
  }
}

function sentenceOf(answer, status) {
  try {
    return JSON.parse(answer.getBody()).detail ?? `The server refused it (${status}).`;
  } catch {
    return status === 404 || status === 410 ? "This upload is no longer on the server." : `The server refused it (${status}).`;
  }
}

// What the last visit left unfinished goes on.
async function goOn() {
  for (const { id, name, size, file } of await kept()) {
    if (!uploads.some((upload) => upload.id === id)) uploads.push(new Upload({ file, name, size, id }));
  }
  startNext();
}

addEventListener("online", () => {
  for (const upload of uploads.filter((each) => each.state === "offline")) {
    clearTimeout(upload.retry);
    upload.tus.abort();
    upload.send();
  }
});

// Two tabs must not send the same file: the one that holds the lock goes on with what was left, and another when that one is closed.
if (navigator.locks) {
  navigator.locks.request("lectern-uploads", async () => {
    await goOn();
    await new Promise(() => {});
  });
} else {
  goOn();
}
