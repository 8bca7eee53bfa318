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
    surface.set_size(sheet["Width"], sheet["Height"])
    for box in sheet["Boxes"] or []:
        context.set_source_rgb(box["Gray"], box["Gray"], box["Gray"])
        context.rectangle(box["X"], box["Y"], box["W"], box["H"])
        context.fill()
    context.set_source_rgb(0, 0, 0)
    for run in sheet["Texts"]:
        context.select_font_face(*FACES[run["Face"]])
        context.set_font_size(run["Size"])
        context.move_to(run["X"], run["Y"])
        context.show_text(run["S"])
    context.show_page()
surface.finish()
