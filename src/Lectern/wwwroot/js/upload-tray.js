// <upload-tray>: what is being uploaded, on every page.
import { bytes, timeLeft } from "./clock.js";
import { icon } from "./icons.js";
import { pick } from "./dropzone.js";
import { onChange, remove, uploads } from "./uploader.js";

class UploadTray extends HTMLElement {
  connectedCallback() {
    this.rows = new Map();
    onChange(() => this.show());
    this.show();
  }

  show() {
    if (uploads.length === 0) {
      this.replaceChildren();
      this.rows.clear();
      return;
    }
    if (!this.firstChild) this.draw();
    const open = uploads.filter((upload) => upload.state !== "done").length;
    this.querySelector("h2").textContent = open === 0 ? "Uploads are complete" : open === 1 ? "Uploading" : `Uploading ${open} files`;
    this.querySelector("[data-close]").hidden = open > 0;
    for (const upload of uploads) this.row(upload);
    this.closeLater(open === 0);
    for (const [upload, row] of this.rows) {
      if (uploads.includes(upload)) continue;
      row.remove();
      this.rows.delete(upload);
    }
  }

  // What is complete needs no window for long.
  closeLater(isComplete) {
    clearTimeout(this.closing);
    if (!isComplete) return;
    this.closing = setTimeout(() => {
      if (this.contains(document.activeElement)) return;
      for (const upload of [...uploads]) remove(upload);
    }, 6000);
  }

  draw() {
    this.innerHTML = `
      <section class="tray" aria-label="Uploads">
        <header><h2></h2><button type="button" class="icon-button" data-close aria-label="Close">${icon("close")}</button></header>
        <ul></ul>
      </section>`;
    this.querySelector("[data-close]").addEventListener("click", () => {
      for (const upload of [...uploads]) remove(upload);
    });
  }

  row(upload) {
    let row = this.rows.get(upload);
    if (!row) {
      row = this.newRow(upload);
      this.rows.set(upload, row);
      this.querySelector("ul").append(row);
    }
    const name = row.querySelector(".upload-name");
    if (upload.id && name.localName === "span") {
      const link = Object.assign(document.createElement("a"), { className: "upload-name", textContent: upload.name, href: `/lectures/${upload.id}` });
      name.replaceWith(link);
    }
    const state = row.querySelector(".upload-state");
    const text = sentence(upload);
    if (state.textContent !== text) state.textContent = text;
    state.classList.toggle("bad", upload.state === "failed");
    const progress = row.querySelector("progress");
    progress.hidden = ["done", "failed", "missing"].includes(upload.state);
    progress.value = upload.size > 0 ? upload.sent / upload.size : 0;
    const action = row.querySelector("[data-action]");
    const label = actions[upload.state];
    action.hidden = !label;
    if (label) action.textContent = label;
    row.querySelector("[data-cancel]").hidden = upload.state === "done";
  }

  newRow(upload) {
    const row = document.createElement("li");
    row.innerHTML = `
      <div class="upload-line"><span class="upload-name"></span>
        <button type="button" class="button small plain" data-action></button>
        <button type="button" class="icon-button" data-cancel>${icon("close", 18)}</button></div>
      <progress max="1" value="0"></progress>
      <p class="upload-state"></p>`;
    row.querySelector(".upload-name").textContent = upload.name;
    row.querySelector("progress").setAttribute("aria-label", `Upload of ${upload.name}`);
    row.querySelector("[data-cancel]").setAttribute("aria-label", `Cancel ${upload.name}`);
    row.querySelector("[data-cancel]").addEventListener("click", () => upload.state === "failed" && !upload.id ? remove(upload) : upload.cancel());
    row.querySelector("[data-action]").addEventListener("click", () => act(upload));
    return row;
  }
}

const actions = { sending: "Pause", offline: "Pause", queued: null, paused: "Resume", failed: "Try again", missing: "Choose it again", done: null };

function act(upload) {
  if (upload.state === "sending" || upload.state === "offline") upload.pause();
  else if (upload.state === "missing") pick();
  else upload.resume();
}

function sentence(upload) {
  const share = `${bytes(upload.sent)} of ${bytes(upload.size)}`;
  switch (upload.state) {
    case "queued": return "Waits for the uploads before it";
    case "paused": return `Paused at ${share}`;
    case "offline": return `No connection. It goes on at ${share} as soon as there is one.`;
    case "failed": return upload.error;
    case "missing": return "Not complete. Choose the same file again, and it goes on where it stopped.";
    case "done": return "All of it is on this machine's server";
    default: return upload.speed > 0 ? `${share} · ${bytes(upload.speed)}/s · ${timeLeft((upload.size - upload.sent) / upload.speed)}` : share;
  }
}

customElements.define("upload-tray", UploadTray);
