// Uploads a file with tus-js-client, as the pages do: tus-upload.mjs ADDRESS COOKIE FILE NAME. Prints the upload's address.
import { readFileSync } from 'node:fs';
import { Upload } from 'tus-js-client';

const [address, cookie, file, name, chunkSize] = process.argv.slice(2);
const upload = new Upload(readFileSync(file), {
  endpoint: address,
  headers: { Cookie: cookie },
  metadata: { filename: name, filetype: 'audio/mpeg' },
  chunkSize: Number(chunkSize),
  // The proxy drops connections as often as it likes, but not for ever.
  retryDelays: Array(200).fill(5),
  onError: (error) => {
    console.error(String(error));
    process.exit(1);
  },
  onSuccess: () => {
    console.log(upload.url);
    process.exit(0);
  },
});
upload.start();
