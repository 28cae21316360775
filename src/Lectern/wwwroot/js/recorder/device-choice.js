// The choice of microphone, before and while it is recorded; remembered in this browser.
import { Microphone } from "./microphone.js";

const deviceKey = "microphone";
const noiseKey = "reduce-noise";

export class DeviceChoice {
  constructor(place, microphone) {
    this.place = place;
    this.microphone = microphone;
    microphone.device = localStorage.getItem(deviceKey) ?? "";
    microphone.reducesNoise = localStorage.getItem(noiseKey) === "yes";
    this.lists = [...place.querySelectorAll("[data-devices]")];
    for (const list of this.lists) list.addEventListener("change", () => this.choose(list.value));
    this.noise = place.querySelector("[data-noise]");
    this.noise.checked = microphone.reducesNoise;
    this.noise.addEventListener("change", () => this.chooseNoise());
    microphone.addEventListener("devices", () => this.refresh());
    this.refresh();
  }

  // Browsers tell the names of microphones only after they have lent one.
  async refresh() {
    const devices = await Microphone.devices().catch(() => []);
    const named = devices.filter((device) => device.label);
    for (const list of this.lists) {
      list.replaceChildren(new Option("The system's own choice", ""), ...named.map((device) => new Option(device.label, device.deviceId)));
      list.value = named.some((device) => device.deviceId === this.microphone.device) ? this.microphone.device : "";
    }
  }

  async choose(device) {
    const isOpen = this.microphone.isOpen;
    localStorage.setItem(deviceKey, device);
    try {
      if (isOpen) await this.microphone.open(device);
      else this.microphone.device = device;
    } catch {
      // The one before goes on.
    }
    await this.refresh();
  }

  chooseNoise() {
    this.microphone.reducesNoise = this.noise.checked;
    localStorage.setItem(noiseKey, this.noise.checked ? "yes" : "no");
  }
}
