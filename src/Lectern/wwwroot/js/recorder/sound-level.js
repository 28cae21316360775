// Shows how loud it is: a bar on a scale of 60 decibels, with a word for those who do not see it.
const range = 60;

export function showLevel(meter, { peak, isFlat }) {
  const decibels = peak > 0 ? 20 * Math.log10(peak) : -range;
  const share = Math.round(Math.min(100, Math.max(0, (decibels + range) / range * 100)));
  meter.firstElementChild.style.width = `${share}%`;
  meter.classList.toggle("loud", peak >= 0.99);
  meter.setAttribute("aria-valuenow", share);
  const word = isFlat ? "no sound" : share < 30 ? "very quiet" : peak >= 0.99 ? "too loud" : "good";
  meter.setAttribute("aria-valuetext", word);
  const text = meter.parentElement.querySelector("[data-level-text]");
  const sentence = `Sound level: ${word}`;
  if (text && text.textContent !== sentence) text.textContent = sentence;
}
