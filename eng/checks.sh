# Sourced by .ci/run and .ci/full: named checks with one line each, logs in artifacts/ci, counts at the end.

PASSED=0
FAILED=0
LOGS=artifacts/ci
STARTED=$SECONDS

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Build servers that outlive a check would keep its memory, and on a small machine that of the next.
export MSBUILDDISABLENODEREUSE=1

rm -rf "$LOGS"
mkdir -p "$LOGS"

# check NAME COMMAND...: runs the command with its output in a log; its exit code decides.
check() {
  local name=$1 started=$SECONDS
  shift
  LOG="$LOGS/$(printf '%s' "$name" | tr -c 'A-Za-z0-9.' '-' | tr -s '-' | cut -c1-60).log"
  NOTE=
  if "$@" >"$LOG" 2>&1 </dev/null; then
    PASSED=$((PASSED + 1))
    printf 'ok      %4ds  %s%s\n' $((SECONDS - started)) "$name" "${NOTE:+ ($NOTE)}"
  else
    FAILED=$((FAILED + 1))
    printf 'FAILED  %4ds  %s%s\n' $((SECONDS - started)) "$name" "${NOTE:+ ($NOTE)}"
    printf '        last lines of %s:\n' "$LOG"
    tail -n 40 "$LOG" | cut -c 1-500 | sed 's/^/        | /'
    return 1
  fi
}

# finish: the closing line and the exit code.
finish() {
  printf '%d minutes %d seconds; logs in %s\n' $(((SECONDS - STARTED) / 60)) $(((SECONDS - STARTED) % 60)) "$LOGS"
  printf '%d passed, %d failed\n' "$PASSED" "$FAILED"
  [ "$FAILED" -eq 0 ]
  exit
}
