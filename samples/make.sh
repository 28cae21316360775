#!/usr/bin/env bash
# Speaks samples/sleep-and-memory.txt into samples/sleep-and-memory.mp3, with Debian's Festival and its voice "slt":
# of Debian's English voices the one that recognisers understand best. The same packages give the same bytes.
# In the text a line is a sentence, and an empty line ends a part of the lecture.
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=scripts/machine.sh
source "$root/scripts/machine.sh"
need_packages festival=text2wave festvox-us-slt-hts=/usr/share/festival/voices/us/cmu_us_slt_arctic_hts ffmpeg=ffmpeg

lecture=$root/samples/sleep-and-memory
sample_rate=24000
sentence_pause_ms=450
part_pause_ms=1500

# Festival's lexicon lacks these words, and its guesses cannot be understood.
voice="(begin
  (voice_cmu_us_slt_arctic_hts)
  (lex.add.entry '(\"hippocampus\" n (((hh ih p) 1) ((ax) 0) ((k ae m) 1) ((p ax s) 0))))
  (lex.add.entry '(\"cortex\" n (((k ao r) 1) ((t eh k s) 0)))))"

# silence MS: so many milliseconds of 16-bit samples that are zero.
silence() { head -c "$(($1 * sample_rate * 2 / 1000))" /dev/zero; }

speak() {
  local sentence
  while IFS= read -r sentence; do
    if [[ -z $sentence ]]; then
      silence "$part_pause_ms"
    else
      text2wave -eval "$voice" -F "$sample_rate" -otype raw <<<"$sentence"
      silence "$sentence_pause_ms"
    fi
  done
}

speak <"$lecture.txt" |
  ffmpeg -v error -y -f s16le -ar "$sample_rate" -ac 1 -i - -af volume=6dB -map_metadata -1 -fflags +bitexact -flags:a +bitexact \
    -c:a libmp3lame -b:a 40k "$lecture.mp3"
