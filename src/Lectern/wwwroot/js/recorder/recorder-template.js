// What the recorder looks like, before anything is filled in.
import { icon } from "../icons.js";

const markButton = ([kind, key, label]) =>
  `<button type="button" class="button" data-mark="${kind}" aria-keyshortcuts="${key}">${label}<kbd aria-hidden="true">${key}</kbd></button>`;

const level = `<div class="rec-level" role="meter" aria-label="Sound level" aria-valuemin="0" aria-valuemax="100" aria-valuenow="0"><span class="rec-level-fill"></span></div>`;

export const markNames = { important: "Important", exam: "Exam", lost: "Lost me", note: "Note", photo: "Photo", gap: "Gap" };

const idle = `
<div class="rec-idle narrow stack" data-when="idle" hidden>
  <p class="soft measure">The lecture is written down while it is spoken. Every moment is kept in this browser until the server has it, so a lost connection or a closed page costs nothing.</p>
  <form class="panel stack" data-start>
    <label class="field"><span>Title</span><input class="input" name="title" maxlength="150" autocomplete="off" /></label>
    <div class="rec-choice">
      <label class="field"><span>Microphone</span><select class="input" data-devices><option value="">The system's own choice</option></select></label>
      <button type="button" class="button" data-try>Try it</button>
    </div>
    <div class="rec-preview" data-preview hidden>${level}<p class="small soft" data-level-text></p></div>
    <label class="rec-check"><input type="checkbox" data-noise /> <span>Reduce steady noise, such as that of a fan</span></label>
    <div><button type="submit" class="button primary large rec-start"><span class="rec-dot" aria-hidden="true"></span>Record</button></div>
  </form>
  <ul class="rec-notes small soft">
    <li>The browser asks for the microphone. Nothing is heard before that, and nothing after Stop.</li>
    <li>On a phone, keep this page in front: phones stop the microphone when they lock.</li>
    <li>Ask before you record other people.</li>
  </ul>
</div>`;

const bar = `
<div class="rec-bar panel">
  <div class="rec-now"><span class="rec-dot" aria-hidden="true"></span><span data-state-text>Recording</span></div>
  <p class="rec-clock" role="timer" aria-label="Recorded" data-clock>00:00</p>
  <div class="rec-health">${level}<p class="small soft numbers" data-saved></p></div>
  <div class="row rec-actions">
    <button type="button" class="button" data-pause>${icon("pause")}<span>Pause</span></button>
    <button type="button" class="button primary" data-stop>${icon("stop")}Stop</button>
  </div>
</div>`;

const marks = `
<div class="rec-marks" role="group" aria-label="Mark this moment">${[["important", "I", "Important"], ["exam", "E", "Exam"], ["lost", "L", "Lost me"], ["note", "N", "Note"], ["photo", "P", "Photo"]].map(markButton).join("")}
  <input type="file" accept="image/*" capture="environment" hidden data-photo />
</div>
<form class="rec-note" data-note hidden>
  <label class="field"><span data-note-at>Note</span><input class="input" name="text" maxlength="2000" autocomplete="off" /></label>
  <div class="row"><button type="submit" class="button primary">Keep the note</button><button type="button" class="button" data-note-cancel>Cancel</button></div>
</form>`;

const captions = `
<section class="rec-captions panel" aria-labelledby="captions-title">
  <header class="row spread"><h2 id="captions-title">Live captions</h2><button type="button" class="button small" data-large aria-pressed="false">Large text</button></header>
  <div class="rec-box" tabindex="0" role="region" aria-label="Captions">
    <p class="small soft" data-earlier hidden>Earlier words are on the page of the lecture.</p>
    <div aria-live="polite"><ol data-lines></ol></div>
    <p class="rec-provisional" data-provisional></p>
    <p class="soft" data-caption-message>Words appear here as they are spoken.</p>
  </div>
  <button type="button" class="button small rec-jump" data-jump hidden>Jump to now</button>
</section>`;

const side = `
<aside class="rec-side stack" aria-label="Marks and microphone">
  <section class="panel" aria-labelledby="marks-title"><h2 id="marks-title">Marks</h2><p class="small soft" data-no-marks>Press a key or a button above, and this moment is marked in transcript and notes.</p><ul class="rec-mark-list" data-mark-list></ul></section>
  <section class="panel"><label class="field"><span>Microphone</span><select class="input" data-devices><option value="">The system's own choice</option></select></label></section>
</aside>`;

const live = `
<div class="rec-live stack" data-when="recording paused stopping" hidden>
  ${bar}
  ${marks}
  <div class="rec-columns">${captions}${side}</div>
</div>`;

const sending = `
<div class="narrow panel stack" data-when="sending" hidden>
  <h2 data-sending-title>The recording is complete</h2>
  <p data-sending-text role="status"></p>
  <progress data-sending-progress max="1" aria-label="Sent"></progress>
  <div class="row"><a class="button" href="/">To your lectures</a></div>
</div>`;

const message = `
<div class="narrow panel stack" data-when="busy unsupported" hidden><p data-message role="status"></p><div class="row"><a class="button" href="/">To your lectures</a></div></div>`;

export const template = `
<h1 tabindex="-1">Record a lecture</h1>
<div class="rec-alarms" role="alert"></div>
<p class="visually-hidden" role="status" data-said></p>
${idle}${live}${sending}${message}`;
