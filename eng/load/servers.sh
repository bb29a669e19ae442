# Sourced by eng/load/*.sh: starts the service and the empty endpoint, and measures one of them with wrk.

LOAD=${LOAD:-artifacts/load}
SERVICE=samples/ModerationService/bin/Release/net10.0/ModerationService.dll
EMPTY=benchmarks/EmptyEndpoint/bin/Release/net10.0/EmptyEndpoint.dll
PIDS=
trap 'for pid in $PIDS; do kill "$pid" 2>/dev/null || true; done; wait || true' EXIT

mkdir -p "$LOAD"
LOAD=$(cd "$LOAD" && pwd)

# build: both, for release. NO_BUILD=1 takes what is there.
build() {
  [ -z "${NO_BUILD:-}" ] || return 0
  dotnet build -c Release -v q samples/ModerationService && dotnet build -c Release -v q benchmarks/EmptyEndpoint
}

# a new key, as the service itself makes it: KEY, and the settings with its hash.
make_key() {
  local made
  made=$(dotnet "$SERVICE" new-key load)
  KEY=$(printf '%s\n' "$made" | sed -n 's/^key: *//p')
  SETTINGS="--ApiKeys:0:tenant load --ApiKeys:0:id $(printf '%s\n' "$made" | sed -n 's/.*"id": "\([0-9a-f]*\)".*/\1/p') --ApiKeys:0:sha256 $(printf '%s\n' "$made" | sed -n 's/.*"sha256": "\([0-9a-f]*\)".*/\1/p')"
}

# start NAME PORT ARGUMENTS...: in the background, until it answers; its process id is in STARTED.
start() {
  local name=$1 port=$2 i
  shift 2
  "$@" --urls "http://127.0.0.1:$port" >"$LOAD/$name.log" 2>&1 &
  STARTED=$!
  PIDS="$PIDS $STARTED"
  for i in $(seq 200); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && return
    sleep 0.1
  done
  cat "$LOAD/$name.log"
  return 1
}

# measure PORT CONNECTIONS SECONDS CONVERSATIONS BATCH RUN: "requests-a-second p50 p99 p99.9 failed", milliseconds.
measure() {
  wrk -t 1 -c "$2" -d "$3s" --timeout 10s -s eng/load/messages.lua "http://127.0.0.1:$1" -- "$KEY" "$4" "$5" "$6" | sed -n 's/^figures: //p'
}

resident_mib() { sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$1/status" | awk '{ printf "%d", $1 / 1024 }'; }
