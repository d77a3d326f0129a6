#!/bin/sh
# Runs mongod for as long as this script's standard input stays open. The program that started it holds the other
# end: when that program ends, even by kill -9, the system closes the pipe and mongod is stopped in an orderly way.
# usage: keepMongod.sh <folder to delete afterwards, or ''> <mongod> <arguments…>
throwaway=$1
shift
# It opens a file for each collection and each index: as many as the system lets it.
ulimit -n "$(ulimit -H -n)" 2>/dev/null
exec 3<&0
"$@" </dev/null 3<&- &
mongod=$!
(
  while read -r _ <&3; do :; done
  kill -TERM "$mongod" 2>/dev/null
) &
watcher=$!
exec 3<&-
wait "$mongod"
code=$?
kill "$watcher" 2>/dev/null
[ -n "$throwaway" ] && rm -rf "$throwaway"
exit "$code"
