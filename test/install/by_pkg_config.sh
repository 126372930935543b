#!/bin/sh
# by_pkg_config.sh PLACE COMPILER: compiles the consumer with nothing but what pkg-config says, and runs it.
set -eu
PKG_CONFIG_PATH=$(find "$1" -type d -name pkgconfig)
export PKG_CONFIG_PATH

program=$(mktemp)
trap 'rm -f "$program"' EXIT
# shellcheck disable=SC2046  # One word a flag.
"$2" -std=c++20 "$(dirname "$0")/consumer/consumer.cc" -o "$program" $(pkg-config --cflags --libs onrecord)
"$program"
