#!/bin/sh
# Install the named Debian packages that are missing, when we may; else print the one apt line.
# On a system without apt nothing is done: tests that need a missing program say so.
missing=""
command -v dpkg-query >/dev/null 2>&1 || exit 0
for package in "$@"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q "install ok installed" ||
    missing="$missing $package"
done
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ]; then run=""; elif sudo -n true 2>/dev/null; then run="sudo -n"; else
  echo "to go on, or to run every test: sudo apt-get install -y --no-install-recommends$missing"
  exit 0
fi
echo "installing$missing"
$run apt-get update -qq >/dev/null 2>&1
DEBIAN_FRONTEND=noninteractive $run apt-get install -qq -y --no-install-recommends $missing >/dev/null ||
  echo "could not install; try: sudo apt-get install -y --no-install-recommends$missing"
exit 0
