#!/usr/bin/env bash
# The service on SQLite under load for SOAK_SECONDS (600): memory has to be flat. Compares the highest resident memory of the second and the last third.
set -eu
cd "$(dirname "$0")/../.."
. eng/load/servers.sh
SOAK_SECONDS=${SOAK_SECONDS:-600} CONVERSATIONS=${CONVERSATIONS:-20000}

build
make_key
rm -f "$LOAD"/soak.db* "$LOAD/resident.txt"
start soak 5183 dotnet "$SERVICE" $SETTINGS --GroomingSignals:SqlitePath "$LOAD/soak.db"
service=$STARTED
(while kill -0 "$service" 2>/dev/null; do resident_mib "$service" >>"$LOAD/resident.txt"; echo >>"$LOAD/resident.txt"; sleep 1; done) &
PIDS="$PIDS $!"
figures=$(measure 5183 50 "$SOAK_SECONDS" "$CONVERSATIONS" 1 soak)
samples=$(wc -l <"$LOAD/resident.txt")
highest() { sed -n "$1,$2p" "$LOAD/resident.txt" | sort -n | tail -n 1; }
second=$(highest $((samples / 3)) $((samples * 2 / 3)))
last=$(highest $((samples * 2 / 3)) "$samples")
set -- $figures
echo "$SOAK_SECONDS s at 50 connections over $CONVERSATIONS conversations: $1 requests/s, p50 $2 ms, p99 $3 ms, p99.9 $4 ms, $5 failed"
echo "resident at most $second MiB in the second third, $last MiB in the last; database $(du -m "$LOAD/soak.db" | cut -f1) MiB"
[ "$5" -eq 0 ] && [ $((last * 100)) -le $((second * 110)) ]
