#!/bin/sh
# 任何持续集成里都能用：装好 checker，检查，留下三种结果；退出码就是结论。
# 用法：gate.sh [路径…]
set -eu
[ $# -gt 0 ] || set -- .
exec checker check "$@" -f github -o sarif:checker.sarif -o junit:checker-junit.xml -o markdown:checker.md
