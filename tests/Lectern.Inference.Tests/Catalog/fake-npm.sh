#!/bin/sh
# Stands in for npm in tests:  pack NAME@VERSION --json --ignore-scripts --pack-destination FOLDER --cache FOLDER
# The test's own folder is found from the destination, ROOT/data/cache/.work/NAME/ID/archive.
set -eu
root="$6/../../../../../.."
echo "$*" >> "$root/npm-calls"
mkdir -p "$8"
echo some-bytes > "$8/arrived"
if [ -e "$root/npm-hangs" ]; then
  exec 3> "$root/npm-alive"
  sleep 1000
fi
if [ -e "$root/npm-fails" ]; then
  cat "$root/npm-fails" >&2
  exit 1
fi
cp "$root/packages/$(basename "$2").tgz" "$6/archive-of-any-name.tgz"
echo '[{}]'
