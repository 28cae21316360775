// What the recorder keeps in this browser until the server has it, and a while longer: recordings that are under way, their pieces, and marks.
// A database of its own, so that another version of it never stands in the way of uploads.
let opening;

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("lectern-recordings", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("recordings", { keyPath: "key" });
      request.result.createObjectStore("pieces", { keyPath: ["recording", "offset"] });
      request.result.createObjectStore("marks", { keyPath: "id" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

export const isUsable = () => open().then(() => true, () => false);

export const recordings = () => run("recordings", "readonly", (store) => store.getAll());

export const recording = (key) => run("recordings", "readonly", (store) => store.get(key));

export const addRecording = (row) => run("recordings", "readwrite", (store) => store.put(row));

// Reads and writes in one transaction: recorder and outbox change different fields of a row at the same time.
export const changeRecording = (key, changes) => run("recordings", "readwrite", (store) => change(store, key, changes));

export const removeRecording = (key) => run(["recordings", "pieces", "marks"], "readwrite", (all, pieces, marks) => {
  pieces.delete(IDBKeyRange.bound([key, 0], [key, Infinity]));
  changeMarks(marks, (mark) => mark.recording === key && mark.isSent, (mark) => marks.delete(mark.id));
  return all.delete(key);
});

// The piece and where the recording goes on are kept together or not at all.
export const addPiece = (key, offset, bytes, heardAt) => run(["recordings", "pieces"], "readwrite", (all, pieces) => {
  pieces.put({ recording: key, offset, bytes });
  return change(all, key, { offset: offset + bytes.byteLength, lastPieceAt: heardAt });
});

export const piecesFrom = (key, offset, count) => run("pieces", "readonly", (store) => store.getAll(IDBKeyRange.bound([key, offset], [key, Infinity]), count));

// What the server has for good: pieces up to an offset, and marks before a second that were sent.
export const forgetUntil = (key, lastOffset, seconds) => run(["pieces", "marks"], "readwrite", (pieces, marks) => {
  changeMarks(marks, (mark) => mark.recording === key && mark.isSent && mark.seconds < seconds, (mark) => marks.delete(mark.id));
  return pieces.delete(IDBKeyRange.bound([key, 0], [key, lastOffset]));
});

export const marks = () => run("marks", "readonly", (store) => store.getAll());

export const putMark = (mark) => run("marks", "readwrite", (store) => store.put(mark));

// A mark was sent. It may have been taken back meanwhile; then its removal is what waits now.
export const settleMark = ({ id, isUndone }, isKept) => run("marks", "readwrite", (store) => changeMarks(
  store, (mark) => mark.id === id && mark.isUndone === isUndone, (mark) => (isKept ? store.put({ ...mark, isSent: true }) : store.delete(id))));

// All marks of a recording are to be sent once more.
export const sendMarksAgain = (key) => run("marks", "readwrite", (store) => changeMarks(store, (mark) => mark.recording === key, (mark) => store.put({ ...mark, isSent: false })));

function change(store, key, changes) {
  const request = store.get(key);
  request.onsuccess = () => request.result && store.put({ ...request.result, ...changes });
  return request;
}

function changeMarks(store, isMeant, act) {
  const request = store.getAll();
  request.onsuccess = () => request.result.filter(isMeant).forEach(act);
  return request;
}

async function run(names, mode, act) {
  const transaction = (await open()).transaction(names, mode);
  const request = act(...[names].flat().map((name) => transaction.objectStore(name)));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? request.error);
  });
}
