#!/usr/bin/env bash
# One million conversations in memory in one process, each of four messages: resident memory has to stay under 2.5 GB.
set -eu
cd "$(dirname "$0")/../.."
. eng/load/servers.sh
CONVERSATIONS=${CONVERSATIONS:-1000000} LIMIT_MIB=2384

build
make_key
start million 5184 dotnet "$SERVICE" $SETTINGS --GroomingSignals:SqlitePath memory
service=$STARTED
measure 5184 50 900 "$CONVERSATIONS" 4 million >/dev/null &
wrk=$!
PIDS="$PIDS $wrk"
held=0 highest=0
for _ in $(seq 900); do
  applied=$(curl -s http://127.0.0.1:5184/live | sed -n 's/.*"grooming_signals.messages applied":\([0-9]*\).*/\1/p')
  held=$((${applied:-0} / 4)) # one request is one conversation of four, until all have come
  now=$(resident_mib "$service")
  [ "$now" -gt "$highest" ] && highest=$now
  [ "$held" -ge "$CONVERSATIONS" ] && break
  sleep 1
done
pkill -P "$wrk" 2>/dev/null || true
sleep 2
echo "$held conversations of 4 messages: resident at most $highest MiB while they came, $(resident_mib "$service") MiB after; limit $LIMIT_MIB MiB"
[ "$held" -ge "$CONVERSATIONS" ] && [ "$highest" -le $LIMIT_MIB ]
