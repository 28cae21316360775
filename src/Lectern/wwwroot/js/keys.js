// The player's keys: Space or K plays, J and L jump ten seconds, the arrows five, < and > change the speed, M marks the second; Ctrl+Z takes an edit back.
import { current } from "./lecture-player.js";

const inField = (element) => element.closest("input, textarea, select, [contenteditable]");
const pressable = (element) => element.closest("button, a, summary, label, [role=slider]");

export function startKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || inField(event.target)) return;
    if (event.ctrlKey || event.metaKey) return undo(event);
    if (event.altKey) return;
    const player = current();
    const act = player && action(event, player);
    if (!act) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("keydown", rove);
}

function action(event, player) {
  switch (event.key) {
    case " ": return pressable(event.target) ? null : () => player.toggle();
    case "k": case "K": return () => player.toggle();
    case "j": case "J": return () => player.skip(-10);
    case "l": case "L": return () => player.skip(10);
    case "ArrowLeft": return () => player.skip(-5);
    case "ArrowRight": return () => player.skip(5);
    case "m": case "M": return () => player.mark();
    case "<": return () => player.faster(-1);
    case ">": return () => player.faster(1);
    default: return null;
  }
}

function undo(event) {
  const key = event.key.toLowerCase();
  const name = key === "z" ? (event.shiftKey ? "redo" : "undo") : key === "y" ? "redo" : null;
  const button = name && document.querySelector(`[data-${name}]:not(:disabled)`);
  if (!button) return;
  event.preventDefault();
  button.click();
}

// A transcript is one stop of the Tab key; up and down go through its rows, E edits one.
function rove(event) {
  const time = event.target.closest?.(".segment > button.time");
  if (!time || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "e" || event.key === "E") {
    event.preventDefault();
    time.closest(".segment").querySelector("[data-begin-edit]")?.click();
    return;
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const all = [...time.closest(".transcript").querySelectorAll(".segment > button.time")];
  const next = all[all.indexOf(time) + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  time.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
