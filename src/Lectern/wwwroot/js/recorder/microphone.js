// The microphone: asks for it, hears it block by block, says when it falls silent for a reason that the browser knows, and takes it up again by itself.
const worklet = "/js/recorder/recorder-worklet.js";

export class Microphone extends EventTarget {
  #context;
  #node;
  #source;
  #stream;
  #isWanted = false;
  device = "";
  reducesNoise = false;

  get isOpen() {
    return Boolean(this.#stream);
  }

  get track() {
    return this.#stream?.getAudioTracks()[0];
  }

  // To be called from a click: browsers start no sound without one.
  async prepare() {
    if (this.#context) return;
    this.#context = new AudioContext({ latencyHint: "balanced" });
    this.#context.addEventListener("statechange", () => this.#watchContext());
    const resuming = this.#context.resume();
    await this.#context.audioWorklet.addModule(worklet);
    await resuming;
    this.#node = new AudioWorkletNode(this.#context, "lecture-recorder", { channelCount: 1, channelCountMode: "explicit" });
    this.#node.port.onmessage = ({ data }) => this.dispatchEvent(new CustomEvent("block", { detail: data }));
    // It plays nothing, but some browsers run only what leads to the loudspeaker.
    this.#node.connect(this.#context.destination);
    this.devicesChanged = () => this.#devicesChanged();
    this.visible = () => document.visibilityState === "visible" && this.#wakeContext();
    navigator.mediaDevices.addEventListener("devicechange", this.devicesChanged);
    document.addEventListener("visibilitychange", this.visible);
  }

  // Opens the microphone of an id, or the system's own where it is empty; a later call changes it under a recording.
  async open(device = this.device) {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { deviceId: device ? { exact: device } : undefined, channelCount: 1, echoCancellation: false, noiseSuppression: this.reducesNoise, autoGainControl: true },
    });
    this.#release();
    this.device = device;
    this.#stream = stream;
    this.#isWanted = true;
    this.#source = this.#context.createMediaStreamSource(stream);
    this.#source.connect(this.#node);
    this.#watchTrack(this.track);
    this.#trouble("gone", false);
  }

  // One that is gone since the last visit is no reason not to hear.
  openAny() {
    return this.open().catch((error) => {
      if (!this.device || error.name === "NotAllowedError") throw error;
      return this.open("");
    });
  }

  tell(command) {
    this.#node.port.postMessage(command);
  }

  async close() {
    this.#isWanted = false;
    this.#release();
    navigator.mediaDevices?.removeEventListener("devicechange", this.devicesChanged);
    document.removeEventListener("visibilitychange", this.visible);
    await this.#context?.close().catch(() => {});
    this.#context = null;
  }

  static async devices() {
    const all = await navigator.mediaDevices.enumerateDevices();
    return all.filter((device) => device.kind === "audioinput" && device.deviceId !== "default" && device.deviceId !== "communications");
  }

  // Asks the browser to go on after it stopped the sound; some do so only from a click.
  async #wakeContext() {
    if (this.#isWanted && this.#context.state !== "running") await this.#context.resume().catch(() => {});
  }

  wake() {
    return this.#wakeContext();
  }

  #release() {
    this.#source?.disconnect();
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
  }

  #watchTrack(track) {
    this.#trouble("muted", track.muted);
    track.addEventListener("mute", () => this.#stream?.getTracks().includes(track) && this.#trouble("muted", true));
    track.addEventListener("unmute", () => this.#stream?.getTracks().includes(track) && this.#trouble("muted", false));
    track.addEventListener("ended", () => this.#stream?.getTracks().includes(track) && this.#lost());
  }

  #watchContext() {
    if (!this.#isWanted || !this.#context) return;
    const isStopped = this.#context.state !== "running" && this.#context.state !== "closed";
    this.#trouble("stopped", isStopped);
    if (isStopped && document.visibilityState === "visible") this.#wakeContext();
  }

  async #lost() {
    this.#release();
    this.#trouble("gone", true);
    await this.#regain();
  }

  async #devicesChanged() {
    this.dispatchEvent(new Event("devices"));
    if (this.#isWanted && !this.#stream) await this.#regain();
  }

  // The one that was chosen, or any other: a lecture goes on.
  async #regain() {
    for (const device of new Set([this.device, ""])) {
      try {
        return await this.open(device);
      } catch {
        // It is said already; the next change of devices tries again.
      }
    }
  }

  #trouble(kind, isWrong) {
    this.dispatchEvent(new CustomEvent("trouble", { detail: { kind, isWrong } }));
  }
}
