// Live captions: text that the server has settled, and below it what it only believes to have heard. Follows the newest unless the reader scrolled back.
import { clock } from "../clock.js";

const most = 200;
const pauses = [1000, 2000, 5000, 10000, 30000];

export class Captions {
  #source = null;
  #tries = 0;
  #timer = 0;

  // parts: the scrolled box, the list of settled lines, the place of provisional words, that of a message, and the button back to now.
  constructor(parts) {
    Object.assign(this, parts);
    this.isFollowing = true;
    this.box.addEventListener("scroll", () => this.#scrolled());
    this.now.addEventListener("click", () => this.#follow());
  }

  start(lecture) {
    this.close();
    this.#source = new EventSource(`/api/lectures/${lecture}/captions`);
    const on = (name, act) => this.#source.addEventListener(name, ({ data }) => act(JSON.parse(data)));
    this.#source.addEventListener("open", () => this.#opened());
    on("segments", ({ from, segments }) => this.#settle(from, segments));
    on("provisional", ({ lines }) => this.#believe(lines));
    this.#source.addEventListener("error", () => this.#lost(lecture));
  }

  close() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  #opened() {
    this.#tries = 0;
    this.message.textContent = this.list.childElementCount > 0 ? "" : "Words appear here as they are spoken.";
  }

  // A browser goes on by itself after a lost connection, but not after an answer that is no stream.
  #lost(lecture) {
    this.message.textContent = "Captions come back by themselves. The recording goes on.";
    if (this.#source.readyState !== EventSource.CLOSED) return;
    this.#timer = setTimeout(() => this.start(lecture), pauses[Math.min(this.#tries++, pauses.length - 1)]);
  }

  #settle(from, segments) {
    if (segments.length > 0) this.message.textContent = "";
    for (const line of [...this.list.children].filter((each) => Number(each.dataset.index) >= from + segments.length)) line.remove();
    segments.forEach((segment, i) => this.#line(from + i, segment));
    while (this.list.childElementCount > most) this.list.firstElementChild.remove();
    if (Number(this.list.firstElementChild?.dataset.index ?? 0) > 0) this.earlier.hidden = false;
    this.#keepUp();
  }

  #line(index, { start, text }) {
    const before = this.list.querySelector(`[data-index="${index}"]`);
    if (before) {
      const words = before.querySelector("span");
      if (words.textContent !== text) words.textContent = text;
      return;
    }
    if (index < Number(this.list.firstElementChild?.dataset.index ?? 0)) return;
    const line = document.createElement("li");
    line.dataset.index = index;
    line.append(Object.assign(document.createElement("time"), { textContent: clock(start) }), Object.assign(document.createElement("span"), { textContent: text }));
    this.list.append(line);
  }

  // Words after a pause will hardly change; those before it may yet.
  #believe(lines) {
    if (lines.length > 0) this.message.textContent = "";
    this.provisional.replaceChildren(...lines.map(({ text, isSettled }) =>
      Object.assign(document.createElement("span"), { className: isSettled ? "rec-settled" : "", textContent: `${text} ` })));
    this.#keepUp();
  }

  #keepUp() {
    if (this.isFollowing) this.box.scrollTop = this.box.scrollHeight;
  }

  #follow() {
    this.isFollowing = true;
    this.now.hidden = true;
    this.#keepUp();
    this.box.focus();
  }

  #scrolled() {
    this.isFollowing = this.box.scrollHeight - this.box.scrollTop - this.box.clientHeight < 40;
    this.now.hidden = this.isFollowing;
  }
}
