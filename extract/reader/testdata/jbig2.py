"""Wraps a raw PBM (P4) into a PDF with one JBIG2 image: python3 jbig2.py in.pbm out.pdf dpi

One generic region, arithmetic coding, template 0 (ITU-T T.88, 6.2 and annex E).
"""
import struct
import sys

QE = [
    (0x5601, 1, 1, 1), (0x3401, 2, 6, 0), (0x1801, 3, 9, 0), (0x0AC1, 4, 12, 0), (0x0521, 5, 29, 0), (0x0221, 38, 33, 0),
    (0x5601, 7, 6, 1), (0x5401, 8, 14, 0), (0x4801, 9, 14, 0), (0x3801, 10, 14, 0), (0x3001, 11, 17, 0), (0x2401, 12, 18, 0),
    (0x1C01, 13, 20, 0), (0x1601, 29, 21, 0), (0x5601, 15, 14, 1), (0x5401, 16, 14, 0), (0x5101, 17, 15, 0), (0x4801, 18, 16, 0),
    (0x3801, 19, 17, 0), (0x3401, 20, 18, 0), (0x3001, 21, 19, 0), (0x2801, 22, 19, 0), (0x2401, 23, 20, 0), (0x2201, 24, 21, 0),
    (0x1C01, 25, 22, 0), (0x1801, 26, 23, 0), (0x1601, 27, 24, 0), (0x1401, 28, 25, 0), (0x1201, 29, 26, 0), (0x1101, 30, 27, 0),
    (0x0AC1, 31, 28, 0), (0x09C1, 32, 29, 0), (0x08A1, 33, 30, 0), (0x0521, 34, 31, 0), (0x0441, 35, 32, 0), (0x02A1, 36, 33, 0),
    (0x0221, 37, 34, 0), (0x0141, 38, 35, 0), (0x0111, 39, 36, 0), (0x0085, 40, 37, 0), (0x0049, 41, 38, 0), (0x0025, 42, 39, 0),
    (0x0015, 43, 40, 0), (0x0009, 44, 41, 0), (0x0005, 45, 42, 0), (0x0001, 45, 43, 0), (0x5601, 46, 46, 0),
]


class Coder:
    def __init__(self):
        self.a, self.c, self.ct, self.out = 0x8000, 0, 12, bytearray([0])
        self.index, self.mps = {}, {}

    def byte_out(self):
        if self.out[-1] == 0xFF:
            self.stuffed()
        elif self.c < 0x8000000:
            self.plain()
        else:
            self.out[-1] += 1
            if self.out[-1] == 0xFF:
                self.c &= 0x7FFFFFF
                self.stuffed()
            else:
                self.plain()

    def stuffed(self):
        self.out.append(self.c >> 20 & 0xFF)
        self.c, self.ct = self.c & 0xFFFFF, 7

    def plain(self):
        self.out.append(self.c >> 19 & 0xFF)
        self.c, self.ct = self.c & 0x7FFFF, 8

    def bit(self, context, d):
        i, mps = self.index.get(context, 0), self.mps.get(context, 0)
        qe, nmps, nlps, switch = QE[i]
        self.a -= qe
        if d == mps:
            if self.a & 0x8000:
                self.c += qe
                return
            if self.a < qe:
                self.a = qe
            else:
                self.c += qe
            self.index[context] = nmps
        else:
            if self.a < qe:
                self.c += qe
            else:
                self.a = qe
            if switch:
                self.mps[context] = 1 - mps
            self.index[context] = nlps
        while True:
            self.a, self.c, self.ct = self.a << 1, self.c << 1, self.ct - 1
            if self.ct == 0:
                self.byte_out()
            if self.a & 0x8000:
                return

    def end(self):
        most = self.c + self.a
        self.c |= 0xFFFF
        if self.c >= most:
            self.c -= 0x8000
        for _ in range(2):
            self.c <<= self.ct
            self.byte_out()
        if self.out[-1] != 0xFF:
            self.out.append(0xFF)
        self.out.append(0xAC)
        return bytes(self.out[1:])


AROUND = [(-1, 0), (-2, 0), (-3, 0), (-4, 0), (3, -1), (2, -1), (1, -1), (0, -1), (-1, -1), (-2, -1), (-3, -1), (2, -2), (1, -2), (0, -2), (-1, -2), (-2, -2)]


def main():
    raw = open(sys.argv[1], "rb").read().split(b"\n", 2)
    w, h = map(int, raw[1].split())
    stride, bits = (w + 7) // 8, raw[2]
    rows = [[bits[y * stride + x // 8] >> (7 - x % 8) & 1 for x in range(w)] for y in range(h)]
    coder = Coder()
    for y in range(h):
        for x in range(w):
            context = 0
            for dx, dy in AROUND:
                u, v = x + dx, y + dy
                context = context << 1 | (rows[v][u] if v >= 0 and 0 <= u < w else 0)
            coder.bit(context, rows[y][x])
    page = struct.pack(">IIIIBH", w, h, 0, 0, 0, 0)
    region = struct.pack(">IIIIBB", w, h, 0, 0, 0, 0) + bytes([3, 255, 253, 255, 2, 254, 254, 254]) + coder.end()
    data = struct.pack(">IBBBI", 0, 48, 0, 1, len(page)) + page + struct.pack(">IBBBI", 1, 38, 0, 1, len(region)) + region

    pw, ph = w * 72 / float(sys.argv[3]), h * 72 / float(sys.argv[3])
    draw = b"%.2f 0 0 %.2f 0 0 cm /Im Do" % (pw, ph)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]/Contents 4 0 R/Resources<</XObject<</Im 5 0 R>>>>>>" % (pw, ph),
        b"<</Length %d>>stream\n%s\nendstream" % (len(draw), draw),
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode/Length %d>>stream\n%s\nendstream" % (w, h, len(data), data),
    ]
    out, at = bytearray(b"%PDF-1.5\n"), []
    for n, o in enumerate(objects):
        at.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n + 1, o)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % a for a in at)
    out += b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start
    open(sys.argv[2], "wb").write(out)


main()
