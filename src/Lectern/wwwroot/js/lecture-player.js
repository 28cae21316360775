// <lecture-player lecture="id" duration="seconds" arrived received>: plays a lecture's audio. The sound lives in this module, not in the
// element: the page may be drawn anew around it, and it plays on.
import { clock, spokenClock } from "./clock.js";
import { icon } from "./icons.js";
import { addMark, MarkTicks } from "./marks.js";
import { Waveform } from "./waveform.js";

const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];
let shown = null;

// Returns the player on the page, or null.
export const current = () => shown;

class LecturePlayer extends HTMLElement {
  static observedAttributes = ["duration", "arrived", "received", "marks"];

  connectedCallback() {
    if (shown && shown.lecture === this.getAttribute("lecture")) {
      this.replaceChildren(shown.face);
    } else {
      shown?.stop();
      shown = new Player(this.getAttribute("lecture"));
      this.replaceChildren(shown.face);
    }
    this.tell();
  }

  disconnectedCallback() {
    // The element may only have been replaced; one that is gone for good has no successor by the next task.
    const player = shown;
    setTimeout(() => {
      if (shown !== player || document.querySelector("lecture-player")) return;
      player.stop();
      shown = null;
    });
  }

  attributeChangedCallback() {
    if (this.isConnected) this.tell();
  }

  tell() {
    shown?.marks.load(this.getAttribute("marks"));
    shown?.told(Number(this.getAttribute("duration")) || 0, this.hasAttribute("arrived"), this.hasAttribute("received"));
  }
}

class Player {
  constructor(lecture) {
    this.lecture = lecture;
    this.audio = new Audio();
    this.audio.preload = "metadata";
    this.audio.preservesPitch = true;
    this.source = `/api/lectures/${lecture}/audio`;
    this.start = Number(new URLSearchParams(location.search).get("t")) || 0;
    this.length = 0;
    this.face = this.draw();
    this.waveform = new Waveform(this.face.querySelector(".wave"), this.audio, lecture);
    this.marks = new MarkTicks(this.face.querySelector(".wave"), lecture);
    this.listen();
    this.setSpeed(Number(localStorage.getItem("speed")) || 1);
    this.show();
  }

  // What the page knows: the length in seconds, and whether some and all of the bytes are there.
  told(length, arrived, received) {
    this.length = length;
    const isNews = arrived && (!this.arrived || received !== this.received);
    this.arrived = arrived;
    this.received = received;
    if (isNews) this.load();
    if (received) this.waveform.load(length);
    this.show();
  }

  load() {
    if (!this.arrived) return;
    const at = this.audio.currentTime || this.start;
    const plays = !this.audio.paused;
    this.audio.src = this.source;
    this.say("");
    if (at > 0) this.audio.currentTime = at;
    if (plays) this.play();
  }

  get time() { return this.audio.readyState === 0 ? this.pending ?? this.start : this.audio.currentTime; }
  get duration() { return this.length || (Number.isFinite(this.audio.duration) ? this.audio.duration : 0); }

  seek(seconds) {
    const to = Math.max(0, this.duration ? Math.min(seconds, this.duration) : seconds);
    this.pending = to;
    // What is beyond the bytes that were there when the sound was loaded may have arrived since.
    if (!this.received && to > (this.audio.duration || 0) - 1) this.load();
    this.audio.currentTime = to;
    this.show();
  }

  play() {
    if (!this.arrived) {
      this.say("There is no sound yet: it comes with the upload.");
      return;
    }
    this.audio.play().catch((error) => {
      if (error.name === "NotSupportedError") this.say("This browser cannot play the recording. Download the audio to hear it.");
    });
  }

  playFrom(seconds) {
    this.seek(seconds);
    this.play();
  }

  toggle() { if (this.audio.paused) this.play(); else this.audio.pause(); }
  mark() { addMark(this.lecture, this.time, (text) => this.say(text)); }
  skip(seconds) { this.seek(this.time + seconds); }

  faster(steps) {
    const at = speeds.indexOf(this.audio.playbackRate);
    this.setSpeed(speeds[Math.min(speeds.length - 1, Math.max(0, (at < 0 ? 1 : at) + steps))]);
  }

  setSpeed(speed) {
    const known = speeds.includes(speed) ? speed : 1;
    this.audio.defaultPlaybackRate = known;
    this.audio.playbackRate = known;
    this.face.querySelector("select").value = String(known);
    localStorage.setItem("speed", String(known));
  }

  stop() {
    this.audio.pause();
    this.audio.removeAttribute("src");
    this.audio.load();
    this.waveform.close();
  }

  draw() {
    const face = document.createElement("div");
    face.className = "player";
    face.setAttribute("role", "group");
    face.setAttribute("aria-label", "Player");
    face.innerHTML = `
      <div class="wave" role="slider" tabindex="0" aria-label="Position" aria-valuemin="0"><div class="plain-fill"></div></div>
      <div class="transport">
        <button type="button" class="icon-button" data-do="back" aria-label="Back 10 seconds" title="Back 10 seconds (J)">${icon("back", 24)}</button>
        <button type="button" class="icon-button play" data-do="toggle"></button>
        <button type="button" class="icon-button" data-do="forward" aria-label="Forward 10 seconds" title="Forward 10 seconds (L)">${icon("forward", 24)}</button>
      </div>
      <p class="clock"><b>00:00</b> / <span>00:00</span></p>
      <div class="right">
        <button type="button" class="icon-button" data-do="mark" aria-label="Mark this second as important" title="Mark this second as important (M)">${icon("mark")}</button>
        <button type="button" class="button small plain follow" data-follow>Follow</button>
        <select class="input speed" aria-label="Speed" title="Speed (&lt; and &gt;)">${speeds.map((speed) => `<option value="${speed}">${speed}×</option>`).join("")}</select>
      </div>
      <p class="message" role="status"></p>`;
    face.addEventListener("click", (event) => {
      const action = event.target.closest("[data-do]")?.dataset.do;
      if (action === "toggle") this.toggle();
      if (action === "back") this.skip(-10);
      if (action === "forward") this.skip(10);
      if (action === "mark") this.mark();
    });
    face.querySelector("select").addEventListener("change", (event) => this.setSpeed(Number(event.target.value)));
    return face;
  }

  listen() {
    for (const name of ["play", "pause", "timeupdate", "seeking", "durationchange", "loadedmetadata"]) this.audio.addEventListener(name, () => this.show());
    for (const name of ["pause", "seeked"]) this.audio.addEventListener(name, () => this.remember());
    this.audio.addEventListener("loadedmetadata", () => { this.pending = undefined; });
    this.audio.addEventListener("error", () => {
      if (this.audio.src && this.received) this.say("The recording cannot be played here. Download the audio to hear it.");
    });
    this.face.querySelector(".wave").addEventListener("pointerdown", (event) => {
      const box = event.currentTarget.getBoundingClientRect();
      this.seek((event.clientX - box.left) / box.width * this.duration);
    });
  }

  show() {
    const button = this.face.querySelector(".play");
    const playing = !this.audio.paused;
    if (button.dataset.playing !== String(playing)) {
      button.dataset.playing = String(playing);
      button.innerHTML = icon(playing ? "pause" : "play", 24);
      button.setAttribute("aria-label", playing ? "Pause" : "Play");
      button.title = playing ? "Pause (Space)" : "Play (Space)";
    }
    const [now, all] = this.face.querySelectorAll(".clock b, .clock span");
    now.textContent = clock(this.time);
    all.textContent = clock(this.duration);
    const wave = this.face.querySelector(".wave");
    wave.setAttribute("aria-valuemax", String(Math.round(this.duration)));
    wave.setAttribute("aria-valuenow", String(Math.round(this.time)));
    wave.setAttribute("aria-valuetext", `${spokenClock(this.time)} of ${spokenClock(this.duration)}`);
    this.waveform.show(this.time, this.duration);
    this.marks.show(this.duration);
    if (Math.abs((this.told5 ?? 0) - this.time) >= 5) this.remember();
    document.dispatchEvent(new CustomEvent("lectern:time", { detail: { time: this.time, playing } }));
  }

  // The address holds the second, so that it can be opened again there.
  remember() {
    if (shown !== this || this.audio.readyState === 0) return;
    this.told5 = this.time;
    const address = new URL(location.href);
    if (!address.pathname.endsWith(this.lecture)) return;
    // Rounded up, so that it is not the end of the sentence before.
    address.searchParams.set("t", String(Math.ceil(this.time * 10) / 10));
    history.replaceState(history.state, "", address);
  }

  say(text) { this.face.querySelector(".message").textContent = text; }
}

customElements.define("lecture-player", LecturePlayer);
