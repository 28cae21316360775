// Tells this browser's workspace from others. Who loses the cookie, as a new browser does that dies before it is on the disk, has another one.
export const workspace = () => document.documentElement.dataset.workspace;
