// Small things of navigation: forms that stay on the page's connection, menus that close, the skip link, text to copy.
export function startNavigation() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-navigate]") || document.documentElement.dataset.live !== "true") return;
    event.preventDefault();
    const query = new URLSearchParams(new FormData(form));
    Blazor.navigateTo(`${form.getAttribute("action")}?${query}`);
  });

  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target) || event.target.closest(".menu-panel :is(a, button)")) menu.open = false;
    }
    if (event.target.closest("a.skip")) {
      event.preventDefault();
      document.getElementById("main")?.focus();
    }
    if (event.target.closest("[data-reload]")) location.reload();
    const copy = event.target.closest("[data-copy]");
    if (copy) copyFrom(copy);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.activeElement?.closest("details.menu[open]") ?? document.querySelector("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

async function copyFrom(button) {
  const field = document.getElementById(button.dataset.copy);
  field.select();
  // Without https browsers lend no clipboard; the old way works everywhere.
  if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
  else document.execCommand("copy");
  button.textContent = "Copied";
}
