// <lecture-recorder>: the page of the recorder. What it does is in recorder.js; here it gets buttons, words and keys.
import { bytes, clock } from "../clock.js";
import { icon } from "../icons.js";
import { Alarms } from "./alarms.js";
import { Captions } from "./captions.js";
import { DeviceChoice } from "./device-choice.js";
import { isRecording, lockName } from "./interrupted.js";
import { MarkBar } from "./mark-bar.js";
import { outbox } from "./outbox.js";
import { Recorder } from "./recorder.js";
import { sentenceOf, whyUnsupported } from "./sentences.js";
import { showLevel } from "./sound-level.js";
import { template } from "./recorder-template.js";
import { secondsOf } from "./wave.js";

class LectureRecorder extends HTMLElement {
  async connectedCallback() {
    this.innerHTML = template;
    this.recorder = new Recorder();
    this.devices = new DeviceChoice(this, this.recorder.microphone);
    this.alarms = new Alarms(this.querySelector(".rec-alarms"), this.recorder);
    this.marks = new MarkBar(this, this.recorder);
    this.captions = new Captions(this.captionParts());
    this.heading = this.querySelector("h1");
    this.listen();
    const why = await whyUnsupported();
    if (why) return this.say("unsupported", why);
    this.show();
    this.watchOtherTabs();
  }

  captionParts() {
    const find = (name) => this.querySelector(name);
    return {
      box: find(".rec-box"), list: find("[data-lines]"), provisional: find("[data-provisional]"),
      message: find("[data-caption-message]"), now: find("[data-jump]"), earlier: find("[data-earlier]"),
    };
  }

  listen() {
    const { recorder } = this;
    const press = (name, act) => this.querySelector(name).addEventListener("click", act);
    this.querySelector("[data-start]").addEventListener("submit", (event) => {
      event.preventDefault();
      this.start(() => recorder.start(event.target.title.value.trim(), fallbackTitle()));
    });
    press("[data-pause]", () => (recorder.state === "paused" ? recorder.resume() : recorder.pause()));
    press("[data-stop]", () => recorder.stop());
    press("[data-try]", () => this.tryMicrophone());
    press("[data-large]", ({ currentTarget }) => {
      const isLarge = this.classList.toggle("rec-large");
      currentTarget.setAttribute("aria-pressed", String(isLarge));
    });
    recorder.addEventListener("change", () => this.show());
    recorder.addEventListener("level", ({ detail }) => this.heard(detail));
    outbox.addEventListener("change", () => this.showSaved());
    outbox.addEventListener("sent", ({ detail }) => detail.key === recorder.row?.key && location.assign(`/lectures/${detail.lecture}`));
    addEventListener("beforeunload", (event) => recorder.isRunning && event.preventDefault());
    addEventListener("lectern:go-on", ({ detail }) => this.start(() => recorder.goOn(detail)));
  }

  async start(begin) {
    this.alarms.refused("");
    try {
      if (!await begin()) this.say("busy", "Another tab of this browser is recording. It goes on there.");
    } catch (error) {
      this.alarms.refused(sentenceOf(error));
    }
    dispatchEvent(new Event("lectern:recordings"));
  }

  async tryMicrophone() {
    this.alarms.refused("");
    try {
      await this.recorder.microphone.prepare();
      await this.recorder.microphone.openAny();
      await this.devices.refresh();
      this.querySelector("[data-preview]").hidden = false;
    } catch (error) {
      this.alarms.refused(sentenceOf(error));
    }
  }

  show() {
    const { state, row } = this.recorder;
    const shown = state === "starting" ? "idle" : state;
    for (const part of this.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.split(" ").includes(shown);
    this.dataset.state = state;
    this.querySelector(".rec-start").disabled = state === "starting";
    this.querySelector("[name=title]").placeholder = fallbackTitle();
    this.querySelector("[data-state-text]").textContent = state === "paused" ? "Paused" : state === "stopping" ? "Stopping" : "Recording";
    this.querySelector("[data-pause]").innerHTML = state === "paused" ? `${icon("play")}<span>Go on</span>` : `${icon("pause")}<span>Pause</span>`;
    for (const button of this.querySelectorAll("[data-pause], [data-stop], [data-mark]")) button.disabled = state === "stopping";
    if (row) this.heading.textContent = row.title;
    if (state === "idle") this.heading.textContent = "Record a lecture";
    document.title = state === "recording" ? `● ${row.title} · Lectern` : "Record · Lectern";
    if (state !== this.lastState) this.entered(state);
    this.showSaved();
  }

  entered(state) {
    const before = this.lastState;
    this.lastState = state;
    if (state === "recording" && before !== "paused") {
      this.heading.focus();
      this.devices.refresh();
      this.marks.clear();
      if (this.recorder.row.lecture) this.caption(this.recorder.row.lecture);
    }
    if (state === "sending" || state === "idle") this.captions.close();
    if (state === "sending") this.heading.focus();
    if (state === "idle") this.querySelector("[data-preview]").hidden = true;
  }

  caption(lecture) {
    this.captioned = lecture;
    this.captions.start(lecture);
  }

  heard(block) {
    for (const level of this.querySelectorAll(".rec-level")) showLevel(level, block);
    if (block.samples) this.querySelector("[data-clock]").textContent = clock(this.recorder.seconds);
  }

  showSaved() {
    const { row, state, seconds } = this.recorder;
    if (!row) return;
    const sender = outbox.sender(row.key);
    this.alarms.sender(sender);
    // A recording that began without a connection gets its lecture later, one whose lecture is gone another.
    row.lecture = sender.row?.lecture ?? row.lecture;
    if (row.lecture && this.recorder.isRunning && this.captioned !== row.lecture) this.caption(row.lecture);
    const until = secondsOf(sender.saved);
    const waiting = sender.waiting;
    this.querySelector("[data-saved]").textContent = `Saved up to ${clock(until)} · ${bytes(waiting)} waiting`;
    if (state === "sending") this.showSending(sender, until, seconds, waiting);
  }

  showSending(sender, until, seconds, waiting) {
    const isAway = sender.trouble !== null;
    this.querySelector("[data-sending-progress]").hidden = isAway;
    this.querySelector("[data-sending-progress]").value = seconds > 0 ? Math.min(1, until / seconds) : 1;
    const text = this.querySelector("[data-sending-text]");
    const words = isAway
      ? `There is no connection to the server now. The recording is kept in this browser (${bytes(waiting)} wait) and is sent from any page of Lectern as soon as there is one. You can close this page.`
      : "The last of it is being sent. Then the page of the lecture opens.";
    if (text.textContent !== words) text.textContent = words;
  }

  say(state, sentence) {
    this.querySelector("[data-message]").textContent = sentence;
    for (const part of this.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.split(" ").includes(state);
    this.dataset.state = state;
  }

  // When the other tab has ended its recording, this one is as new.
  async watchOtherTabs() {
    if (!await isRecording()) return;
    this.say("busy", "Another tab of this browser is recording. It goes on there; when it ends, you can record here.");
    await navigator.locks.request(lockName, () => {});
    this.show();
    dispatchEvent(new Event("lectern:recordings"));
  }
}

function fallbackTitle() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `Recording ${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}.${two(now.getMinutes())}`;
}

customElements.define("lecture-recorder", LectureRecorder);
