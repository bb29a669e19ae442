#!/usr/bin/env bash
# Writes the approved public surface of each library anew. Read the difference before committing it.
set -eu
cd "$(dirname "$0")/.."
CI=false UPDATE_PUBLIC_API=1 dotnet test --project tests/GroomingSignals.Packaging.Tests --filter-class "*PublicApiTests"
git --no-pager diff --stat -- tests/GroomingSignals.Packaging.Tests/PublicApi
