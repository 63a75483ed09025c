#!/usr/bin/env bash
# What docs/distributed.md shows for GNU parallel and Dask, run as it stands there, with a worker killed
# in the middle: the results are those of a single run, byte for byte.
#   distributed_test.sh UNSPIN PROJECT     exits with 77 (with 1 if UNSPIN_NEEDS_ALL is set) if
#                                          parallel or Dask is missing
set -euo pipefail
unspin=$(realpath "$1")
project=$(realpath "$2")
if ! command -v parallel >/dev/null || ! /usr/bin/python3 -c 'import distributed' 2>/dev/null; then
  echo "SKIPPED: parallel and python3-distributed are not installed (./dev programs)"
  [[ -z ${UNSPIN_NEEDS_ALL:-} ]] || exit 1
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir bin
ln -s "$unspin" bin/unspin
export PATH=$work/bin:$PATH

# The blocks of the document in language $1, one after the other, without their fences.
blocks() { awk -v fence="\`\`\`$1" '$0 == fence {on = 1; next} /^```/ {on = 0} on' "$project/docs/distributed.md"; }

unspin index build "$project"/corpora/*/original.txt -o posts.index 2>/dev/null
/usr/bin/python3 - "$project" <<'PYTHON'
import glob, json, sys
texts = sorted(glob.glob(sys.argv[1] + "/corpora/*/*.txt"))
with open("pages.jsonl", "w") as pages:
    for i in range(240):
        name = texts[i % len(texts)]
        row = {"id": f"page-{i}", "text": open(name).read(), "site": f"site-{i % 7}"}
        pages.write(json.dumps(row) + "\n")
PYTHON
unspin audit --index posts.index --stdin --jsonl <pages.jsonl >whole.jsonl
unspin merge whole.jsonl -o whole >/dev/null

same() {
  cmp "whole/findings.jsonl" "$1/findings.jsonl"
  cmp "whole/summary.json" "$1/summary.json"
  echo "ok: $2"
}

# The document's own lines, in smaller pieces so that there are several.
blocks sh | grep -A2 -m1 '^parallel --pipe-part' | sed 's/10M/50k/' >parallel.sh
grep -q 'unspin merge found.jsonl -o audit' parallel.sh
bash -euo pipefail parallel.sh >parallel.log 2>&1 || { cat parallel.log; exit 1; }
same audit "GNU parallel, in pieces of a file"

mkdir crawl
split -n l/5 --additional-suffix=.jsonl pages.jsonl crawl/part-
blocks sh | grep -A1 -m1 '^parallel .unspin audit .* --crawl' | sed 's/warc.gz/jsonl/; s/-o audit/-o audit-of-files/' >files.sh
mkdir parts
bash -euo pipefail files.sh >files.log 2>&1 || { cat files.log; exit 1; }
unspin audit --index posts.index --crawl crawl/*.jsonl -o audit-at-once >/dev/null 2>&1
cmp audit-at-once/findings.jsonl audit-of-files/findings.jsonl
cmp audit-at-once/summary.json audit-of-files/summary.json
echo "ok: GNU parallel, a folder for each file"

# Dask, with an unspin that once kills the worker it runs in.
blocks python | awk '/^# audit_with_dask.py/ {on = 1} /^pages = spark/ {on = 0} on' >audit_with_dask.py
rm bin/unspin
cat >bin/unspin <<WRAPPER
#!/usr/bin/env bash
if [[ \$1 == audit ]] && mkdir "$work/killed" 2>/dev/null; then
  kill -9 \$PPID
  exit 9
fi
exec "$unspin" "\$@"
WRAPPER
chmod +x bin/unspin
timeout 120 /usr/bin/python3 audit_with_dask.py posts.index crawl/*.jsonl dask >/dev/null 2>dask.log || {
  tail -n 30 dask.log
  exit 1
}
[[ -d killed ]]
same dask/audit "Dask, a worker killed in the middle"
