// <recording-banner>: on every page, recordings of this browser that were interrupted, and those that still wait to be sent.
import { bytes, clock } from "../clock.js";
import { finishInterrupted, interrupted } from "./interrupted.js";
import * as store from "./recording-store.js";
import { outbox } from "./outbox.js";
import { secondsOf } from "./wave.js";

class RecordingBanner extends HTMLElement {
  connectedCallback() {
    // A browser that cannot record has nothing to go on with.
    if (!navigator.locks || !isSecureContext) return;
    outbox.start();
    outbox.addEventListener("sent", ({ detail }) => this.sent(detail));
    addEventListener("lectern:recordings", () => this.show());
    this.show();
  }

  async show() {
    const rows = await interrupted().catch(() => []);
    const waiting = (await store.recordings().catch(() => [])).filter((row) => row.state === "finishing");
    this.replaceChildren(...rows.map((row) => this.interruptedRow(row)), ...waiting.map((row) => this.line(`The recording “${row.title}” waits for the server and is sent by itself (${bytes(row.offset)} in all).`)));
  }

  interruptedRow(row) {
    const line = this.line(`The recording “${row.title}” was interrupted at ${clock(secondsOf(row.offset))}. All of it until then is safe.`);
    line.append(this.goOn(row), this.button("Finish", async () => {
      await finishInterrupted(row);
      this.show();
    }));
    return line;
  }

  // A browser starts the sound from a click on the recorder's own page alone.
  goOn(row) {
    if (document.querySelector("lecture-recorder")) return this.button("Go on", () => dispatchEvent(new CustomEvent("lectern:go-on", { detail: row })), "primary");
    return Object.assign(document.createElement("a"), { className: "button primary", href: "/record", textContent: "Go on" });
  }

  sent(row) {
    this.show().then(() => {
      if (document.querySelector("lecture-recorder")?.dataset.state === "sending") return;
      const line = this.line(`All of “${row.title}” has arrived.`);
      line.append(Object.assign(document.createElement("a"), { className: "button", href: `/lectures/${row.lecture}`, textContent: "Open it" }));
      this.append(line);
    });
  }

  line(sentence) {
    const line = Object.assign(document.createElement("div"), { className: "recording-line" });
    line.setAttribute("role", "status");
    line.append(Object.assign(document.createElement("p"), { textContent: sentence }));
    return line;
  }

  button(text, act, tone = "") {
    const button = Object.assign(document.createElement("button"), { type: "button", className: `button ${tone}`, textContent: text });
    button.addEventListener("click", act);
    return button;
  }
}

customElements.define("recording-banner", RecordingBanner);
