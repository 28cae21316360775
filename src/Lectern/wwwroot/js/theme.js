// Runs before anything is painted, so that a chosen theme never flashes. Not a module for that reason.
(() => {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
})();
