// Adds up what ./test ran: count-tests.mjs REPORTS [--failed-check WHAT]... [PROJECT=STATUS]...
// REPORTS holds the report of each test project (PROJECT.json, in the Common Test Report Format); STATUS is what its program exited
// with. Names the failed tests and the reasons of the skipped ones, and ends with "N passed, N failed, N skipped".
import fs from 'node:fs';

const [reports, ...rest] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const skippedByReason = new Map();

function countFailure(what) {
  total.failed++;
  failures.push(what);
}

function countTest({ name, status, message }) {
  if (status === 'passed') total.passed++;
  else if (status !== 'skipped') countFailure(name);
  else {
    total.skipped++;
    const reason = message || 'no reason given';
    skippedByReason.set(reason, [...(skippedByReason.get(reason) ?? []), name]);
  }
}

function readTests(project) {
  try {
    return JSON.parse(fs.readFileSync(`${reports}/${project}.json`, 'utf8')).results.tests;
  } catch {
    return null;
  }
}

// Exit statuses of Microsoft.Testing.Platform that a complete report explains: passed, some failed, no test found.
const [allPassed, someFailed, noneFound] = [0, 2, 8];

function countProject(project, status) {
  const tests = readTests(project);
  const failedBefore = total.failed;
  tests?.forEach(countTest);
  const explained = tests && (status === allPassed || status === noneFound || (status === someFailed && total.failed > failedBefore));
  if (!explained) countFailure(`${project} ended with status ${status}${tests ? '' : ' and left no report'}: its other tests are not counted`);
  else if (tests.length === 0) console.log(`${project} ran no tests.`);
}

for (let i = 0; i < rest.length; i++) {
  if (rest[i] === '--failed-check') countFailure(rest[++i]);
  else countProject(rest[i].slice(0, rest[i].lastIndexOf('=')), Number(rest[i].slice(rest[i].lastIndexOf('=') + 1)));
}

if (failures.length > 0) console.log(`\nFailed:\n${failures.map(name => `  ${name}`).join('\n')}`);
if (skippedByReason.size > 0) console.log('\nSkipped:');
for (const [reason, names] of [...skippedByReason].sort((a, b) => b[1].length - a[1].length)) {
  console.log(`  ${names.length} because: ${reason.trim().replaceAll('\n', '\n    ')}`);
}
if (total.passed + total.failed === 0) console.log('\nNothing ran, which counts as a failure.');
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
