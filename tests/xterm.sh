#!/usr/bin/env bash
# Pictures of the program in real xterms, narrow and wide, under Xvfb: for eyes, not for CI.
#
#     tests/xterm.sh FOLDER        writes FOLDER/narrow-1.png, FOLDER/wide-1.png and so on
#
# Needs Debian's xvfb, xterm, xdotool, imagemagick and a font with Chinese (fonts-noto-cjk).
set -euo pipefail

folder=${1:?"say where the pictures go: tests/xterm.sh FOLDER"}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
cd "$(dirname "$0")/.."
cargo build --release
program=$PWD/target/release/zhegang

export DISPLAY=:97
Xvfb "$DISPLAY" -screen 0 2300x900x24 >/dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb' EXIT
sleep 1

# The keys of each picture, in the names of xdotool.
pages=("" "3 Return" "3 Return slash y o n g Escape 4 bracketright bracketright End" "slash i n v e s t")

for width in narrow wide; do
    options=(-u8 -fa "Noto Sans Mono CJK TC" -fs 11 -geometry 120x36)
    [ "$width" = wide ] && options+=(-cjk_width)
    number=0
    for keys in "${pages[@]}"; do
        number=$((number + 1))
        LC_ALL=C.UTF-8 xterm "${options[@]}" -e "$program" --lang zh-Hant &
        terminal=$!
        sleep 1.5
        for key in $keys; do
            xdotool key --delay 50 "$key"
        done
        sleep 0.5
        import -window root "$folder/$width-$number.png"
        kill "$terminal" || true
        wait "$terminal" || true
    done
done
echo "pictures in $folder"
