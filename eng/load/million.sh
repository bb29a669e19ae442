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
  held=$(curl -s http://127.0.0.1:5184/health/ready | sed -n 's/.*"conversations":"\([0-9]*\)".*/\1/p')
  now=$(resident_mib "$service")
  [ "$now" -gt "$highest" ] && highest=$now
  [ "${held:-0}" -ge "$CONVERSATIONS" ] && break
  sleep 1
done
pkill -P "$wrk" 2>/dev/null || true
sleep 2
echo "$held conversations of 4 messages: resident at most $highest MiB while they came, $(resident_mib "$service") MiB after; limit $LIMIT_MIB MiB"
[ "${held:-0}" -ge "$CONVERSATIONS" ] && [ "$highest" -le $LIMIT_MIB ]
