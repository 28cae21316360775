// Files come by picker, by drag and drop anywhere on a page, or pasted.
import { accept } from "./uploader.js";

// The recorder takes pictures that belong to the moment; whatever nobody takes is a recording to upload.
function offer(files) {
  if (dispatchEvent(new CustomEvent("lectern:files", { detail: files, cancelable: true }))) accept(files);
}

let veil;

// The picker of the page is drawn anew when the connection stands, and would be gone with what the user chooses in the meantime.
// So another one is opened in its place, which stays.
const picker = document.body.appendChild(Object.assign(document.createElement("input"), { type: "file", multiple: true, hidden: true }));
picker.addEventListener("change", () => {
  accept([...picker.files]);
  picker.value = "";
});

export function pick(types = "") {
  picker.accept = types;
  picker.click();
}

document.addEventListener("click", (event) => {
  if (!event.target.matches?.("input[type=file][data-pick]")) return;
  event.preventDefault();
  pick(event.target.accept);
});

document.addEventListener("dragenter", (event) => {
  if (hasFiles(event)) show();
});

document.addEventListener("dragover", (event) => {
  if (hasFiles(event)) event.preventDefault();
});

document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) hide();
});

document.addEventListener("drop", (event) => {
  hide();
  if (!hasFiles(event)) return;
  event.preventDefault();
  offer([...event.dataTransfer.files]);
});

document.addEventListener("paste", (event) => {
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  offer(files);
});

const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");

function show() {
  veil ??= Object.assign(document.createElement("div"), { className: "drop-veil", textContent: "Drop to add to your lectures" });
  document.body.append(veil);
}

function hide() {
  veil?.remove();
}
