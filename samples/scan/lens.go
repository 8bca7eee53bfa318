package scan

import (
	"image"
	"math"
)

// matrix maps points of a plane to those of another as a camera does; its last
// row is 0 0 1 where nothing is nearer than the rest.
type matrix [9]float64

func (m matrix) at(x, y float64) (u, v float64) {
	w := m[6]*x + m[7]*y + m[8]
	return (m[0]*x + m[1]*y + m[2]) / w, (m[3]*x + m[4]*y + m[5]) / w
}

func (m matrix) inverse() matrix {
	a, b, c, d, e, f, g, h, i := m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8]
	det := a*(e*i-f*h) - b*(d*i-f*g) + c*(d*h-e*g)
	out := matrix{e*i - f*h, c*h - b*i, b*f - c*e, f*g - d*i, a*i - c*g, c*d - a*f, d*h - e*g, b*g - a*h, a*e - b*d}
	for k := range out {
		out[k] /= det
	}
	return out
}

// from is the matrix from the picture that sample makes to the paper under it.
func (w Wear) from(scale float64, width, height int) matrix {
	sin, cos := math.Sincos(w.Angle * math.Pi / 180)
	cx, cy := float64(width)/2, float64(height)/2
	return matrix{
		cos, sin, -cx*cos - cy*sin + cx - w.DX*scale,
		-sin, cos, cx*sin - cy*cos + cy - w.DY*scale,
		0, 0, 1,
	}
}

// quad is the matrix that maps a rectangle of w by h to four corners: top left,
// top right, bottom right, bottom left.
func quad(w, h float64, c [4][2]float64) matrix {
	x0, y0, x1, y1, x2, y2, x3, y3 := c[0][0], c[0][1], c[1][0], c[1][1], c[2][0], c[2][1], c[3][0], c[3][1]
	dx1, dx2, sx := x1-x2, x3-x2, x0-x1+x2-x3
	dy1, dy2, sy := y1-y2, y3-y2, y0-y1+y2-y3
	det := dx1*dy2 - dx2*dy1
	g, k := (sx*dy2-dx2*sy)/det, (dx1*sy-sx*dy1)/det
	return matrix{
		(x1 - x0 + g*x1) / w, (x3 - x0 + k*x3) / h, x0,
		(y1 - y0 + g*y1) / w, (y3 - y0 + k*y3) / h, y0,
		g / w, k / h, 1,
	}
}

// span is how many dots in a row are taken for evenly spaced.
const span = 16

// project takes a picture of what lies under the points that back maps to: the
// paper, or else the ground. paper is the gray of white paper.
func project(src *image.Gray, back matrix, dst *image.Gray, paper int, ground func(x, y int) byte) {
	const one = 1 << 16
	sx, sy := src.Rect.Dx(), src.Rect.Dy()
	flags, across := inked(src)
	w, h := dst.Rect.Dx(), dst.Rect.Dy()
	shade := new([256]byte)
	for v := range shade {
		shade[v] = byte(v * paper / 255)
	}
	for y := range h {
		row := dst.Pix[y*dst.Stride : y*dst.Stride+w]
		u0, v0 := back.at(0, float64(y))
		for x := 0; x < w; x += span {
			end := min(x+span, w)
			u1, v1 := back.at(float64(x+span), float64(y))
			u, v := int(u0*one), int(v0*one)
			du, dv := int((u1-u0)*one)/span, int((v1-v0)*one)/span
			white := blank(flags, across, sx, sy, u0, v0, u1, v1)
			u0, v0 = u1, v1
			if white {
				for i := x; i < end; i++ {
					row[i] = shade[255]
				}
				continue
			}
			for i := x; i < end; i++ {
				iu, iv := u>>16, v>>16
				if iu < 0 || iv < 0 || iu+1 >= sx || iv+1 >= sy {
					row[i] = ground(i, y)
				} else {
					o := iv*src.Stride + iu
					a, b := int(src.Pix[o]), int(src.Pix[o+1])
					c, d := int(src.Pix[o+src.Stride]), int(src.Pix[o+src.Stride+1])
					fu, fv := u&(one-1)>>8, v&(one-1)>>8
					row[i] = shade[((a*(256-fu)+b*fu)*(256-fv)+(c*(256-fu)+d*fu)*fv)>>16]
				}
				u, v = u+du, v+dv
			}
		}
	}
}

// blank says whether a span lies on the paper all along and there is no ink near
// either end: tiles with ink have flags, and their neighbours.
func blank(flags []bool, across, sx, sy int, u0, v0, u1, v1 float64) bool {
	for _, p := range [2][2]float64{{u0, v0}, {u1, v1}} {
		if p[0] < 1 || p[1] < 1 || p[0] >= float64(sx-2) || p[1] >= float64(sy-2) || flags[int(p[1])/tile*across+int(p[0])/tile] {
			return false
		}
	}
	return true
}

// nearest takes the nearest of the paper's values, for what can't be mixed.
func nearest(src *image.Gray, back matrix, w, h int, outside func(x, y int) byte) *image.Gray {
	dst := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		u0, v0 := back.at(0, float64(y))
		for x := 0; x < w; x += span {
			u1, v1 := back.at(float64(x+span), float64(y))
			u, v, du, dv := u0, v0, (u1-u0)/span, (v1-v0)/span
			u0, v0 = u1, v1
			for i := x; i < min(x+span, w); i++ {
				if p := image.Pt(int(u), int(v)); p.In(src.Rect) {
					dst.Pix[y*dst.Stride+i] = src.Pix[p.Y*src.Stride+p.X]
				} else {
					dst.Pix[y*dst.Stride+i] = outside(i, y)
				}
				u, v = u+du, v+dv
			}
		}
	}
	return dst
}

// trapezoid draws the corners of a sheet of w by h that is seen from aslant: each
// way one edge is shorter by a share, and all is turned by degrees about the
// middle.
func (l *leaf) trapezoid(x, y, w, h, share, degrees float64) [4][2]float64 {
	c := [4][2]float64{{0, 0}, {w, 0}, {w, h}, {0, h}}
	narrow := share * w / 2
	short := share * h / 2 * l.r.Float64()
	top, left := l.r.IntN(2), l.r.IntN(2)
	for i := range c {
		if (i < 2) == (top == 0) { // this end is farther away
			c[i][0] += narrow * []float64{1, -1, -1, 1}[i]
		}
		if (i == 0 || i == 3) == (left == 0) {
			c[i][1] += short * []float64{1, 1, -1, -1}[i]
		}
	}
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	for i := range c {
		dx, dy := c[i][0]-w/2, c[i][1]-h/2
		c[i] = [2]float64{x + w/2 + dx*cos - dy*sin, y + h/2 + dx*sin + dy*cos}
	}
	return c
}
