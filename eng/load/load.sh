#!/usr/bin/env bash
# Requests a second and latencies of the single-message endpoint at 10 and 100 connections, in memory and on SQLite, beside the empty endpoint.
# Interleaved rounds; the median of each figure, and of the shares of each round: the machine changes its speed between rounds, and what is measured
# within one are neighbours. What the disk alone confirms stands below the table: on SQLite the rate at few connections follows it.
# Bounded by ROUNDS and SECONDS_EACH. Fails below the shares, or when a request fails.
set -eu
cd "$(dirname "$0")/../.."
. eng/load/servers.sh
ROUNDS=${ROUNDS:-9} SECONDS_EACH=${SECONDS_EACH:-5} CONVERSATIONS=${CONVERSATIONS:-5000} WARM_SECONDS=${WARM_SECONDS:-20}
MEMORY_SHARE=60 SQLITE_SHARE=30

build
make_key
rm -f "$LOAD"/load.db* "$LOAD"/figures.txt
start empty 5180 dotnet "$EMPTY"
empty=$STARTED
start memory 5181 dotnet "$SERVICE" $SETTINGS --GroomingSignals:SqlitePath memory
memory=$STARTED
start sqlite 5182 dotnet "$SERVICE" $SETTINGS --GroomingSignals:SqlitePath "$LOAD/load.db"
sqlite=$STARTED
process() { case $1 in empty) echo $empty ;; memory) echo $memory ;; sqlite) echo $sqlite ;; esac; }
# The processor time that a process has had, in ticks of the clock.
ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }
port() { case $1 in empty) echo 5180 ;; memory) echo 5181 ;; sqlite) echo 5182 ;; esac; }

# Writes of 4 KiB a second that the disk confirms one after another, with nothing else to do.
confirmed() {
  LC_ALL=C dd if=/dev/zero of="$LOAD/disk" bs=4k count=2000 oflag=dsync 2>&1 | sed -n 's/.*, \([0-9.]*\) s, .*/\1/p' | awk '{ printf "%d", 2000 / $1 }'
  rm -f "$LOAD/disk"
}

# Long enough for the compiler's second look at what is hot, which a busy machine puts off.
for kind in empty memory sqlite; do
  measure "$(port $kind)" 100 "$WARM_SECONDS" "$CONVERSATIONS" 1 warm >/dev/null
done
before_rounds=$(confirmed)
for round in $(seq "$ROUNDS"); do
  for connections in 10 100; do
    for kind in empty memory sqlite; do
      before=$(ticks "$(process $kind)")
      figures=$(measure "$(port $kind)" $connections "$SECONDS_EACH" "$CONVERSATIONS" 1 "r$round-$connections")
      used=$(($(ticks "$(process $kind)") - before))
      echo "$kind $connections $figures $(echo "$figures" | awk -v t=$used -v s="$SECONDS_EACH" -v hz="$(getconf CLK_TCK)" '{ printf "%.1f", t * 1e6 / hz / ($1 * s) }')" | tee -a "$LOAD/figures.txt"
    done
  done
done

# The share of the empty endpoint's requests a second, in tenths of a percent: the median over the rounds.
share() {
  paste -d ' ' <(awk -v k="$1" -v c="$2" '$1 == k && $2 == c { print $3 }' "$LOAD/figures.txt") <(awk -v c="$2" '$1 == "empty" && $2 == c { print $3 }' "$LOAD/figures.txt") |
    awk '{ printf "%d\n", 1000 * $1 / $2 }' | sort -n | sed -n "$(((ROUNDS + 1) / 2))p"
}
median() { awk -v k="$1" -v c="$2" -v f="$3" '$1 == k && $2 == c { print $f }' "$LOAD/figures.txt" | sort -n | sed -n "$(((ROUNDS + 1) / 2))p"; }
after_rounds=$(confirmed)
echo
echo '| connections | endpoint | requests/s | of the empty one | p50 ms | p99 ms | p99.9 ms | server CPU µs/request |'
echo '|---|---|---|---|---|---|---|---|'
failed=0
for connections in 10 100; do
  for kind in empty memory sqlite; do
    rps=$(median $kind $connections 3)
    share=$(share $kind $connections)
    echo "| $connections | $kind | $rps | $((share / 10)).$((share % 10)) % | $(median $kind $connections 4) | $(median $kind $connections 5) | $(median $kind $connections 6) | $(median $kind $connections 8) |"
    case $kind in
      memory) [ "$share" -ge $((MEMORY_SHARE * 10)) ] || { echo "below $MEMORY_SHARE %"; failed=1; } ;;
      sqlite) [ "$share" -ge $((SQLITE_SHARE * 10)) ] || { echo "below $SQLITE_SHARE %"; failed=1; } ;;
    esac
  done
done
echo
echo "The disk alone confirms $before_rounds writes a second before the rounds and $after_rounds after them."
[ "$(awk '{ sum += $7 } END { print sum + 0 }' "$LOAD/figures.txt")" -eq 0 ] || { echo 'requests failed'; failed=1; }
exit $failed
