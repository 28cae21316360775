// The waveform of a lecture, drawn by wavesurfer.js from the peaks that the server measured; a plain bar until they are there.
import WaveSurfer from "../lib/wavesurfer.esm.js";

export class Waveform {
  constructor(place, audio, lecture) {
    this.place = place;
    this.audio = audio;
    this.lecture = lecture;
    this.recolour = () => this.surfer?.setOptions(colours());
    document.addEventListener("lectern:theme", this.recolour);
    this.scheme = matchMedia("(prefers-color-scheme: dark)");
    this.scheme.addEventListener("change", this.recolour);
  }

  // Loads the peaks once the length is known; again when it has become another.
  async load(length) {
    if (!length || this.length === length) return;
    this.length = length;
    const answer = await fetch(`/api/lectures/${this.lecture}/waveform`).catch(() => null);
    if (!answer?.ok) {
      this.length = 0;
      return;
    }
    const { peaks } = await answer.json();
    if (peaks.length === 0 || this.closed) return;
    this.surfer?.destroy();
    this.surfer = WaveSurfer.create({
      container: this.place,
      media: this.audio,
      peaks: [Float32Array.from(peaks, (peak) => peak / 255)],
      duration: length,
      height: 56,
      normalize: true,
      barWidth: 2,
      barGap: 1,
      barRadius: 2,
      cursorWidth: 2,
      interact: false,
      hideScrollbar: true,
      cspNonce: document.querySelector("meta[name=csp-nonce]")?.content,
      ...colours(),
    });
  }

  show(time, duration) {
    const fill = this.place.querySelector(".plain-fill");
    fill.hidden = Boolean(this.surfer);
    if (!this.surfer) fill.style.width = duration > 0 ? `${Math.min(100, time / duration * 100)}%` : "0";
  }

  close() {
    this.closed = true;
    document.removeEventListener("lectern:theme", this.recolour);
    this.scheme.removeEventListener("change", this.recolour);
    this.surfer?.destroy();
  }
}

// A canvas needs colours, not variables; one is measured on an element.
function colours() {
  const probe = document.body.appendChild(document.createElement("span"));
  const read = (name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const result = { waveColor: read("--wave"), progressColor: read("--accent"), cursorColor: read("--accent") };
  probe.remove();
  return result;
}
