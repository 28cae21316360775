// Saves what is typed, as it is typed, over HTTP: a lost page or connection loses no word. Until the server has it, this browser keeps it.
// A field says what it is by data-lecture, data-edit (the kind) and data-item.
const pause = 400;
const prefix = "draft:";
const waiting = new Map();

export function startEditing() {
  document.addEventListener("input", (event) => {
    const field = event.target.closest?.("[data-edit]");
    if (field) typed(field);
  });
  document.addEventListener("focusout", (event) => {
    const key = event.target.matches?.("[data-edit]") ? keyOf(event.target) : null;
    if (key && waiting.has(key)) save(key);
  });
  document.addEventListener("keydown", leave);
  window.addEventListener("pagehide", () => saveAll({ keepalive: true }));
  window.addEventListener("online", () => saveAll());
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(prefix))) waiting.set(key, 0);
  saveAll();
}

export async function saveAll(options = {}) {
  await Promise.all([...waiting.keys()].map((key) => save(key, options)));
}

function typed(field) {
  const key = keyOf(field);
  field.removeAttribute("aria-invalid");
  localStorage.setItem(key, field.value);
  clearTimeout(waiting.get(key));
  waiting.set(key, setTimeout(() => save(key), pause));
  tell("Saving…");
}

// Escape and Enter leave a field; what was typed is saved already. The focus goes back to where editing began.
function leave(event) {
  const field = event.target.matches?.("[data-edit]") ? event.target : null;
  if (!field || (event.key !== "Escape" && event.key !== "Enter") || event.isComposing) return;
  event.preventDefault();
  const begin = `[data-begin-edit="${field.dataset.edit}:${field.dataset.item}"]`;
  const watch = new MutationObserver(() => {
    const pencil = document.querySelector(begin);
    if (!pencil) return;
    watch.disconnect();
    const row = field.dataset.edit === "Segment" ? pencil.closest(".segment")?.querySelector("button.time") : null;
    (row ?? pencil).focus();
  });
  watch.observe(document.getElementById("main"), { childList: true, subtree: true });
  field.blur();
}

const keyOf = (field) => `${prefix}${field.dataset.lecture}:${field.dataset.edit}:${field.dataset.item}`;

// Saves of one field follow one another, so that the last word typed is the last word saved.
const lastSave = new Map();

function save(key, options = {}) {
  clearTimeout(waiting.get(key));
  waiting.delete(key);
  const after = options.keepalive ? Promise.resolve() : (lastSave.get(key) ?? Promise.resolve());
  const next = after.then(() => send(key, options));
  lastSave.set(key, next);
  return next;
}

async function send(key, options) {
  const text = localStorage.getItem(key);
  if (text === null) return;
  const [lecture, target, item] = key.slice(prefix.length).split(":");
  let answer;
  try {
    const [address, body] = requestOf(lecture, target, item, text);
    answer = await fetch(address, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      ...options,
    });
  } catch {
    return later(key, "Not saved yet: the server cannot be reached. It is kept here and saved later.");
  }
  if (answer.ok) return saved(key, text);
  if (answer.status >= 500 || answer.status === 429) return later(key, "Not saved yet. It is kept here and saved later.");
  localStorage.removeItem(key);
  refused(key, (await answer.json().catch(() => ({}))).detail);
}

// The words of a mark have an address of their own; their field is named after the mark's kind: "Mark.note".
function requestOf(lecture, target, item, text) {
  return target.startsWith("Mark.")
    ? [`/api/lectures/${lecture}/marks/${item}`, { kind: target.slice("Mark.".length), text }]
    : [`/api/lectures/${lecture}/edits`, { target, item: Number(item), text }];
}

function saved(key, text) {
  if (localStorage.getItem(key) === text) localStorage.removeItem(key);
  if (waiting.size === 0) tell("Saved");
}

function later(key, why) {
  if (!waiting.has(key)) waiting.set(key, setTimeout(() => save(key), 5000));
  tell(why, true);
}

function refused(key, why) {
  for (const field of document.querySelectorAll("[data-edit]")) {
    if (keyOf(field) === key) field.setAttribute("aria-invalid", "true");
  }
  tell(why ?? "This could not be saved.", true);
}

function tell(text, bad = false) {
  for (const place of document.querySelectorAll("save-state")) {
    place.setAttribute("role", "status");
    place.textContent = text;
    place.classList.toggle("bad", bad);
  }
}
