#!/usr/bin/python3
"""Draw the runs of a notice with cairo: draw_with_cairo.py runs.json out.pdf"""
import json
import sys

import cairo

FACES = {0: ("Liberation Sans", 0, 0), 1: ("Liberation Sans", 0, 1), 2: ("Liberation Sans", 1, 0), 3: ("Liberation Mono", 0, 0)}

with open(sys.argv[1], encoding="utf-8") as f:
    sheets = json.load(f)
surface = cairo.PDFSurface(sys.argv[2], 612, 792)
context = cairo.Context(surface)
for sheet in sheets:
    surface.set_size(sheet["width"], sheet["height"])
    for box in sheet["boxes"] or []:
        context.set_source_rgb(box["gray"], box["gray"], box["gray"])
        context.rectangle(box["x"], box["y"], box["w"], box["h"])
        context.fill()
    context.set_source_rgb(0, 0, 0)
    for run in sheet["texts"]:
        context.select_font_face(*FACES[run["face"]])
        context.set_font_size(run["size"])
        context.move_to(run["x"], run["y"])
        context.show_text(run["s"])
    context.show_page()
surface.finish()
