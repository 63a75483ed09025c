#!/usr/bin/env bash
# An audit that is killed at random moments, and continued with --resume until it is complete, gives the
# same bytes as one that was left in peace.
#   killed_test.sh UNSPIN PROJECT [KILLS [SEED]]
set -euo pipefail
unspin=$(realpath "$1")
project=$(realpath "$2")
kills=${3:-50}
RANDOM=${4:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Enough pages for an audit of several seconds, with a checkpoint each.
texts=()
for text in "$project"/corpora/*/{spun,same_topic,reworded,shortened}.txt; do
  texts+=("$(sed 's/["\\]/\\&/g' "$text" | awk '{printf "%s\\n", $0}')")
done
for ((i = 0; i < 3000; ++i)); do
  printf '{"id":"page-%d","url":"https://site-%d.example/%d","text":"%s"}\n' \
    "$i" $((i % 7)) "$i" "${texts[i % ${#texts[@]}]}"
done >pages.jsonl

audit=("$unspin" audit --originals "$project"/corpora/*/original.txt --crawl pages.jsonl -o)
now() { date +%s%3N; }

started=$(now)
"${audit[@]}" peace >/dev/null 2>&1
took=$(($(now) - started))
echo "an audit takes $took ms"

# Goes on where the last one was, and is killed if it still runs after a random time.
killed_audit() {
  "${audit[@]}" killed --resume >/dev/null 2>told &
  local process=$! moment=$((RANDOM * took / 32768))
  sleep "$(printf '%d.%03d' $((moment / 1000)) $((moment % 1000)))"
  kill -9 $process 2>/dev/null || true
  wait $process 2>/dev/null && return
  [[ $? == 137 ]] || { cat told; exit 1; }
  echo "killed after $moment ms"
  ((++killed))
  return 1
}

killed=0
rounds=0
while ((killed < kills)); do
  rm -rf killed
  ((++rounds))
  until killed_audit; do :; done
  for file in findings.jsonl summary.json findings.csv report.html; do
    cmp "peace/$file" "killed/$file"
  done
  diff -r peace/report killed/report
done
[[ $(wc -l <peace/findings.jsonl) -gt 500 ]]
echo "ok: $killed kills in $rounds audits, each with the same bytes in the end"
