// Keeps the screen on while a lecture is recorded, where the browser can: phones stop the microphone when they lock.
export class WakeLock {
  #isWanted = false;
  #lock = null;

  constructor() {
    this.again = () => document.visibilityState === "visible" && this.#take();
  }

  hold() {
    this.#isWanted = true;
    document.addEventListener("visibilitychange", this.again);
    this.#take();
  }

  release() {
    this.#isWanted = false;
    document.removeEventListener("visibilitychange", this.again);
    this.#lock?.release().catch(() => {});
    this.#lock = null;
  }

  async #take() {
    if (!this.#isWanted || !navigator.wakeLock) return;
    // Refused on a low battery, for example; the page says what a locked phone does.
    this.#lock = await navigator.wakeLock.request("screen").catch(() => null);
    if (!this.#isWanted) this.release();
  }
}
