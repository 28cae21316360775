// Keeps the files of unfinished uploads in this browser, so that they go on by themselves after a refresh or a crash.
// A file that is too big for the browser's store is remembered by name and size alone, and the user is asked for it again.
const largestCopy = 2 ** 31;

const database = new Promise((resolve, reject) => {
  const request = indexedDB.open("lectern", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("uploads", { keyPath: "id" });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

export async function keep(upload) {
  const record = { id: upload.id, name: upload.file.name, size: upload.file.size, modified: upload.file.lastModified, type: upload.file.type };
  // The name first: it is there at once, while the copy of a long recording takes its time.
  await run("readwrite", (store) => store.put(record)).catch(() => {});
  if (await hasRoom(upload.file.size)) await run("readwrite", (store) => store.put({ ...record, file: upload.file })).catch(() => {});
}

export const forget = (id) => run("readwrite", (store) => store.delete(id)).catch(() => {});

export const kept = () => run("readonly", (store) => store.getAll()).catch(() => []);

async function hasRoom(bytes) {
  if (bytes > largestCopy) return false;
  const { quota = 0, usage = 0 } = await (navigator.storage?.estimate?.() ?? {});
  return quota - usage > 2 * bytes;
}

async function run(mode, act) {
  const transaction = (await database).transaction("uploads", mode);
  const request = act(transaction.objectStore("uploads"));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? request.error);
  });
}
