// The icons that modules draw; those of the pages are in Components/Icon.razor. All on a grid of 24.
const paths = {
  play: '<path d="M8 5.2v13.6L19 12z" fill="currentColor" stroke="none"/>',
  pause: '<path d="M7 5h3.5v14H7zM13.5 5H17v14h-3.5z" fill="currentColor" stroke="none"/>',
  stop: '<rect x="6" y="6" width="12" height="12" rx="1.5" fill="currentColor" stroke="none"/>',
  back: '<path d="M4 4v5h5"/><path d="M4.6 9A8 8 0 1 1 4 13"/><text x="12.3" y="16.2" font-size="8" text-anchor="middle" fill="currentColor" stroke="none">10</text>',
  forward: '<path d="M20 4v5h-5"/><path d="M19.4 9A8 8 0 1 0 20 13"/><text x="11.7" y="16.2" font-size="8" text-anchor="middle" fill="currentColor" stroke="none">10</text>',
  mark: '<path d="M6 21V4M6 5h11.5l-2.5 4 2.5 4H6"/>',
  close: '<path d="M6 6l12 12M18 6L6 18"/>',
  system: '<rect x="3" y="4.5" width="18" height="12" rx="2"/><path d="M9 20h6M12 16.5V20"/>',
  light: '<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4"/>',
  dark: '<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"/>',
};

export function icon(name, size = 20) {
  return `<svg width="${size}" height="${size}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths[name]}</svg>`;
}
