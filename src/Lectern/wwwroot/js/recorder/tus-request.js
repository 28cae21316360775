// One request of tus 1.0. What is wrong is thrown as a Refusal; its status is 0 where the server was not reached.
const endpoint = "/files";
// On a slow line a request is cut here, and goes on from what has arrived.
const patience = 30000;

export class Refusal extends Error {
  constructor(status, sentence) {
    super(sentence ?? "The server cannot be reached.");
    this.status = status;
  }

  // Whether waiting helps by itself.
  get isPassing() {
    return [0, 408, 409, 423, 429].includes(this.status) || (this.status >= 500 && this.status !== 507);
  }
}

// Begins an upload whose length is not known yet; returns the lecture's id.
export async function begin(fileName) {
  const metadata = `filename ${base64(fileName)},filetype ${base64("audio/wav")}`;
  const answer = await send("POST", endpoint, { "Upload-Defer-Length": "1", "Upload-Metadata": metadata });
  return new URL(word(answer, "Location"), location.href).pathname.split("/").at(-1);
}

export const offsetOf = async (id) => offset(await send("HEAD", `${endpoint}/${id}`));

export const append = async (id, at, body) => offset(await send("PATCH", `${endpoint}/${id}`, partHeaders(at), body));

// Says that there is no more.
export const finish = async (id, length) => offset(await send("PATCH", `${endpoint}/${id}`, { ...partHeaders(length), "Upload-Length": String(length) }, new Uint8Array(0)));

export const giveUp = (id) => send("DELETE", `${endpoint}/${id}`);

const partHeaders = (at) => ({ "Upload-Offset": String(at), "Content-Type": "application/offset+octet-stream" });

const offset = (answer) => Number(word(answer, "Upload-Offset"));

// An answer without it is another's: the sign-in page of a network, for example. Then the server was not reached.
function word(answer, header) {
  const value = answer.headers.get(header);
  if (value === null) throw new Refusal(0);
  return value;
}

async function send(method, address, headers = {}, body = undefined) {
  let answer;
  try {
    answer = await fetch(address, { method, headers: { "Tus-Resumable": "1.0.0", ...headers }, body, cache: "no-store", signal: AbortSignal.timeout(patience) });
  } catch {
    throw new Refusal(0);
  }
  if (answer.ok) return answer;
  throw new Refusal(answer.status, (await answer.json().catch(() => ({}))).detail ?? `The server answered ${answer.status}.`);
}

function base64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
