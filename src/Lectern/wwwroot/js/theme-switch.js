// <theme-switch>: a button that goes through "as the system", light and dark, and remembers it in this browser.
import { icon } from "./icons.js";

const order = ["system", "light", "dark"];
const names = { system: "as the system", light: "light", dark: "dark" };

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    if (this.firstChild) return;
    this.append(document.createElement("button"));
    const button = this.firstChild;
    button.type = "button";
    button.className = "icon-button";
    button.addEventListener("click", () => {
      choose(order[(order.indexOf(chosen()) + 1) % order.length]);
      this.show();
    });
    this.show();
  }

  show() {
    const theme = chosen();
    const button = this.firstChild;
    button.innerHTML = icon(theme);
    button.setAttribute("aria-label", `Colours: ${names[theme]}`);
    button.title = `Colours: ${names[theme]}`;
  }
}

function chosen() {
  return document.documentElement.dataset.theme ?? "system";
}

function choose(theme) {
  if (theme === "system") {
    localStorage.removeItem("theme");
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem("theme", theme);
    document.documentElement.dataset.theme = theme;
  }
  document.dispatchEvent(new CustomEvent("lectern:theme"));
}

customElements.define("theme-switch", ThemeSwitch);
