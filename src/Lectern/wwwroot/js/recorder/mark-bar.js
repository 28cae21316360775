// Marks by key or button, a note typed at the moment its field was opened, a photo, and a list of the last ones to take back.
import { clock } from "../clock.js";
import { markNames } from "./recorder-template.js";
import { smallPhoto } from "./photo.js";

const keys = { i: "important", e: "exam", l: "lost", n: "note", p: "photo" };
const most = 8;
const inField = (element) => element.closest?.("input, textarea, select, [contenteditable]");

export class MarkBar {
  constructor(place, recorder) {
    this.recorder = recorder;
    const find = (name) => place.querySelector(name);
    [this.note, this.photo, this.list, this.hint, this.said] = ["[data-note]", "[data-photo]", "[data-mark-list]", "[data-no-marks]", "[data-said]"].map(find);
    for (const button of place.querySelectorAll("[data-mark]")) button.addEventListener("click", () => this.make(button.dataset.mark));
    this.note.addEventListener("submit", (event) => this.keepNote(event));
    this.note.addEventListener("keydown", (event) => event.key === "Escape" && this.closeNote());
    find("[data-note-cancel]").addEventListener("click", () => this.closeNote());
    this.photo.addEventListener("change", () => this.keepPhoto(this.photo.files[0]));
    document.addEventListener("keydown", (event) => this.key(event));
    addEventListener("lectern:files", (event) => this.dropped(event));
    recorder.addEventListener("mark", ({ detail }) => this.made(detail));
  }

  clear() {
    this.list.replaceChildren();
    this.hint.hidden = false;
  }

  key(event) {
    const kind = keys[event.key.toLowerCase()];
    if (!kind || event.ctrlKey || event.metaKey || event.altKey || event.repeat || inField(event.target) || !this.recorder.isRunning) return;
    event.preventDefault();
    this.make(kind);
  }

  make(kind) {
    this.seconds = this.recorder.seconds;
    if (kind === "photo") return this.photo.click();
    if (kind !== "note") return this.recorder.mark(kind);
    this.note.hidden = false;
    this.note.querySelector("[data-note-at]").textContent = `Note at ${clock(this.seconds)}`;
    this.note.text.focus();
  }

  async keepNote(event) {
    event.preventDefault();
    const text = this.note.text.value.trim();
    if (text) await this.recorder.mark("note", { seconds: this.seconds, text });
    this.closeNote();
  }

  closeNote() {
    this.note.hidden = true;
    this.note.text.value = "";
    document.querySelector("[data-mark=note]").focus();
  }

  async keepPhoto(file) {
    this.photo.value = "";
    if (!file) return;
    try {
      await this.recorder.mark("photo", { seconds: this.seconds, photo: await smallPhoto(file) });
    } catch {
      this.said.textContent = "";
      this.said.textContent = `“${file.name}” is no picture that this browser can read.`;
    }
  }

  // Pictures that are dropped or pasted while it records belong to the moment, and are no recordings.
  dropped(event) {
    const pictures = event.detail.filter((file) => file.type.startsWith("image/"));
    if (!this.recorder.isRunning || pictures.length === 0) return;
    event.preventDefault();
    this.seconds = this.recorder.seconds;
    for (const file of pictures) this.keepPhoto(file);
  }

  made(mark) {
    this.hint.hidden = true;
    const row = document.createElement("li");
    const text = mark.text ? `${markNames[mark.kind]}: ${mark.text}` : markNames[mark.kind];
    row.append(Object.assign(document.createElement("time"), { textContent: clock(mark.seconds) }), Object.assign(document.createElement("span"), { textContent: text }));
    if (mark.kind !== "gap") row.append(this.undoButton(mark, row));
    this.list.prepend(row);
    while (this.list.childElementCount > most) this.list.lastElementChild.remove();
    this.said.textContent = `${text}, at ${clock(mark.seconds)}`;
  }

  undoButton(mark, row) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button small plain", textContent: "Undo" });
    button.setAttribute("aria-label", `Undo ${markNames[mark.kind]} at ${clock(mark.seconds)}`);
    button.addEventListener("click", async () => {
      await this.recorder.undo(mark);
      row.remove();
      this.hint.hidden = this.list.childElementCount > 0;
      document.querySelector(`[data-mark=${mark.kind}]`).focus();
    });
    return button;
  }
}
