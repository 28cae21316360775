// The page's connection to the server. What is on the page is kept elsewhere, so a lost connection is a matter of waiting:
// it is made again by itself, and a server that has forgotten the page gives a new one at the same address.
import { saveAll } from "./editor.js";

const patience = 4000;
let banner;

export async function connect() {
  // The page of the recorder lives by its modules alone: it must outlast any connection.
  if (document.documentElement.dataset.live === "none") return;
  await Blazor.start({
    circuit: {
      reconnectionHandler: {
        onConnectionDown: () => regain(),
        onConnectionUp: () => hide(),
      },
    },
  });
  document.addEventListener("visibilitychange", refresh);
  window.addEventListener("lectern:uploads", refresh);
}

// Lists that show what happens elsewhere read again when the user comes back to them.
function refresh() {
  if (document.visibilityState === "visible") document.querySelector("[data-refresh]")?.click();
}

let regaining = false;

async function regain() {
  if (regaining) return;
  regaining = true;
  document.documentElement.dataset.live = "false";
  show("The connection was lost. Going on as soon as the server answers; nothing that you did is lost.");
  while (regaining) {
    if (await answers() && await again()) break;
    await new Promise((resolve) => setTimeout(resolve, patience / (navigator.onLine ? 4 : 1)));
  }
}

async function again() {
  try {
    if (await Blazor.reconnect()) {
      hide();
      return true;
    }
  } catch {
    return false;
  }
  // The server is there and does not know this page any more.
  await saveAll();
  location.reload();
  return true;
}

async function answers() {
  try {
    return (await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(patience) })).ok;
  } catch {
    return false;
  }
}

function show(text) {
  banner ??= document.body.appendChild(Object.assign(document.createElement("p"), { className: "connection" }));
  banner.setAttribute("role", "status");
  banner.hidden = false;
  banner.textContent = text;
}

function hide() {
  regaining = false;
  document.documentElement.dataset.live = "true";
  if (banner) banner.hidden = true;
}
