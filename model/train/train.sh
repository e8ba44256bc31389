#!/usr/bin/env bash
# Trains both networks from nothing but fonts and writes them to model/. Debian 12: apt-get install $(cat packages.txt)
set -eu
cd "$(dirname "$0")"
/usr/bin/python3 train_ocrb.py ../ocrb.onnx
/usr/bin/python3 train_locator.py ../locator.onnx
