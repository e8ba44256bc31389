#!/usr/bin/env bash
# Trains all networks from nothing but fonts and writes them to the folder above. Debian 12: apt-get install $(cat packages.txt)
set -eu
cd "$(dirname "$0")"
start="$(mktemp -d)"
trap 'rm -rf "$start"' EXIT
/usr/bin/python3 train_ocrb.py "$start/ocrb.pt"
/usr/bin/python3 train_harsh.py "$start/ocrb.pt" "$start/first.pt" "$start/second.pt"
/usr/bin/python3 train_longer.py longer "$start/first.pt" "$start/second.pt" "$start/first2.pt" "$start/second2.pt"
/usr/bin/python3 train_longer.py wider "$start/first2.pt" "$start/second2.pt" "$start/first3.pt" "$start/second3.pt"
/usr/bin/python3 train_longer.py bent "$start/first3.pt" "$start/second3.pt" "$start/first4.pt" "$start/second4.pt"
/usr/bin/python3 train_longer.py settled "$start/first4.pt" "$start/second4.pt" "$start/first5.pt" "$start/second5.pt"
/usr/bin/python3 mix.py "$start/first3.pt" "$start/first5.pt" 0.6 "$start/first6.pt"
/usr/bin/python3 mix.py "$start/second3.pt" "$start/second5.pt" 0.6 "$start/second6.pt"
/usr/bin/python3 export_readers.py "$start/first6.pt" "$start/second6.pt" ../ocrb.onnx ../ocrb-second.onnx
/usr/bin/python3 train_locator.py ../locator.onnx
/usr/bin/python3 train_print.py "$start/print.pt" --strips 49000
/usr/bin/python3 train_print.py "$start/print.pt" --strips 36000 --cool
for strips in 26000 32000 44000; do
	/usr/bin/python3 train_print.py "$start/print.pt" --strips "$strips" --cool --rate 0.0015
done
/usr/bin/python3 export_print.py "$start/print.pt" ../print.onnx
/usr/bin/python3 train_print_locator.py ../print-locator.onnx
/usr/bin/python3 train_page_finder.py ../page-finder.onnx
