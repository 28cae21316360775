// Says at once and loudly what is wrong, for as long as it is.
import { bytes } from "../clock.js";
import { scarceSeconds } from "./room.js";

const sentences = {
  gone: ["bad", "No sound is recorded: the microphone was unplugged, or another program took it. Plug it in again or choose another one; the recording goes on by itself."],
  muted: ["bad", "No sound is recorded: the microphone is muted. Unmute it on the device or in the settings of the system."],
  stopped: ["bad", "No sound is recorded: the browser stopped it, as phones do when they lock or ring."],
  silent: ["bad", "The microphone gives nothing but silence. Check that it is the right one and that it is switched on."],
  clipping: ["warn", "It is too loud: the sound is distorted. Move the microphone away, or lower its level."],
  store: ["bad", "This browser's store is full. The last of the sound is kept in this page alone: free some disk space, and leave the page open until it is sent."],
};

const checkRoomEvery = 60000;

export class Alarms {
  constructor(place, recorder) {
    this.place = place;
    this.recorder = recorder;
    recorder.addEventListener("trouble", () => this.showTroubles());
    recorder.addEventListener("change", () => this.changed());
  }

  // Why a recording could not begin.
  refused(sentence) {
    this.put("refused", "bad", sentence);
  }

  // What keeps the outbox from sending; while it stops nothing, it is no alarm.
  sender(sender) {
    const { trouble } = sender;
    const isAway = trouble?.isPassing && this.recorder.isRunning;
    this.put("offline", "warn", isAway ? "There is no connection to the server. The recording goes on in this browser, and is sent by itself when the connection is back." : "");
    this.put("server", "bad", trouble && !trouble.isPassing ? `The server does not take the recording: ${trouble.message} It is kept in this browser (${bytes(sender.waiting)} wait) and tried again.` : "");
  }

  changed() {
    this.showTroubles();
    if (!this.recorder.isRunning) {
      clearInterval(this.timer);
      this.timer = 0;
      this.put("room", "warn", "");
    } else if (!this.timer) {
      this.timer = setInterval(() => this.checkRoom(), checkRoomEvery);
      this.checkRoom();
    }
  }

  async checkRoom() {
    const seconds = await scarceSeconds();
    this.put("room", "warn", seconds === null ? "" : `Should the connection be lost, this browser has room for ${Math.floor(seconds / 60)} minutes only. Free some disk space.`);
  }

  showTroubles() {
    for (const [kind, [tone, sentence]] of Object.entries(sentences)) this.put(kind, tone, this.recorder.troubles.has(kind) ? sentence : "");
  }

  put(kind, tone, sentence) {
    let notice = this.place.querySelector(`[data-alarm=${kind}]`);
    if (!sentence) return notice?.remove();
    if (!notice) {
      notice = Object.assign(document.createElement("div"), { className: `notice ${tone}` });
      notice.dataset.alarm = kind;
      notice.append(document.createElement("p"));
      if (kind === "stopped") notice.append(this.wakeButton());
      this.place.append(notice);
    }
    const words = notice.querySelector("p");
    if (words.textContent !== sentence) words.textContent = sentence;
  }

  // Some browsers start the sound again only from a click.
  wakeButton() {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: "Go on" });
    button.addEventListener("click", () => this.recorder.microphone.wake());
    return button;
  }
}
