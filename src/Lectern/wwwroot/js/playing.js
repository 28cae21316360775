// What is being played is lit, wherever it stands: a segment, a sentence of the summary, a card, a part of the outline.
// A plain click on any of them plays it. The transcript follows until the user scrolls.
import { current } from "./lecture-player.js";

let following = true;
let lit = null;
let now = -1;

export function startPlaying() {
  document.addEventListener("click", clicked);
  document.addEventListener("lectern:time", ({ detail }) => light(detail.time, detail.playing));
  for (const name of ["wheel", "touchmove"]) document.addEventListener(name, () => follow(false), { passive: true });
  document.addEventListener("keydown", (event) => {
    if (["PageUp", "PageDown", "Home", "End"].includes(event.key)) follow(false);
  });
  // What is drawn anew is lit at once, not with the next second.
  new MutationObserver((records) => {
    if (records.some(({ target }) => !target.closest("lecture-player"))) requestAnimationFrame(() => light(now, false));
  }).observe(document.body, { childList: true, subtree: true });
}

function clicked(event) {
  if (event.target.closest("[data-follow]")) {
    follow(true);
    reveal(document.querySelector(".segment[data-playing]"));
    return;
  }
  const piece = event.target.closest("[data-seek]");
  const control = event.target.closest("button, a, input, textarea, select, summary, label");
  if (!piece || (control && control !== piece)) return;
  // Words that are being selected, to be copied, are not a click.
  if (!control && !getSelection().isCollapsed) return;
  follow(true);
  current()?.playFrom(Number(piece.dataset.seek));
}

function follow(yes) {
  following = yes;
  document.querySelector("[data-follow]")?.classList.toggle("offered", !yes && Boolean(document.querySelector(".segment[data-playing]")));
}

function light(time, playing) {
  now = time;
  const pieces = [...document.querySelectorAll("[data-from]")];
  for (const piece of pieces) {
    const on = time >= Number(piece.dataset.from) && time < Number(piece.dataset.until);
    if (on === piece.hasAttribute("data-playing")) continue;
    piece.toggleAttribute("data-playing", on);
    if (piece.matches(".outline button")) on ? piece.setAttribute("aria-current", "true") : piece.removeAttribute("aria-current");
  }
  const segment = document.querySelector(".segment[data-playing]");
  if (segment === lit) return;
  lit = segment;
  if (segment && playing && following) reveal(segment);
}

function reveal(segment) {
  if (!segment) return;
  const box = segment.getBoundingClientRect();
  if (box.top > 190 && box.bottom < innerHeight - 120) return;
  segment.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}
