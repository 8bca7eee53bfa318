package raster

/*
#cgo LDFLAGS: -ldl
#include <dlfcn.h>
#include <stddef.h>
#include <leptonica/allheaders.h>

// What is used of libheif's interface, which has not changed since 1.0.
typedef struct { int code, subcode; const char *message; } heif_error;
enum { hevc = 1, rgb = 1, interleaved_rgba = 11, interleaved = 10 };

static struct {
	const char *(*get_version)(void);
	int (*have_decoder_for_format)(int);
	void *(*context_alloc)(void);
	void (*context_free)(void *);
	heif_error (*context_read_from_memory_without_copy)(void *, const void *, size_t, const void *);
	int (*context_get_number_of_top_level_images)(void *);
	int (*context_get_list_of_top_level_image_IDs)(void *, unsigned *, int);
	heif_error (*context_get_image_handle)(void *, unsigned, void **);
	void (*image_handle_release)(void *);
	int (*image_handle_get_width)(void *);
	int (*image_handle_get_height)(void *);
	heif_error (*decode_image)(void *, void **, int, int, const void *);
	const unsigned char *(*image_get_plane_readonly)(void *, int, int *);
	int (*image_get_width)(void *, int);
	int (*image_get_height)(void *, int);
	void (*image_release)(void *);
} heif;

// heifLoad looks for libheif and its decoder. It returns 0 if both are there, 1
// without the library, 2 without the decoder. Files are read: it must be called
// before the process is sealed.
static int heifLoad(void) {
	void *lib = dlopen("libheif.so.1", RTLD_NOW | RTLD_LOCAL);
	if (!lib) return 1;
#define LOAD(name) if (!(*(void **)&heif.name = dlsym(lib, "heif_" #name))) return 1
	LOAD(get_version);
	LOAD(have_decoder_for_format);
	LOAD(context_alloc);
	LOAD(context_free);
	LOAD(context_read_from_memory_without_copy);
	LOAD(context_get_number_of_top_level_images);
	LOAD(context_get_list_of_top_level_image_IDs);
	LOAD(context_get_image_handle);
	LOAD(image_handle_release);
	LOAD(image_handle_get_width);
	LOAD(image_handle_get_height);
	LOAD(decode_image);
	LOAD(image_get_plane_readonly);
	LOAD(image_get_width);
	LOAD(image_get_height);
	LOAD(image_release);
#undef LOAD
	heif_error (*init)(void *);
	if ((*(void **)&init = dlsym(lib, "heif_init"))) init(NULL); // the decoders of newer versions are files of their own
	return heif.have_decoder_for_format(hevc) ? 0 : 2;
}

static const char *heifVersion(void) { return heif.get_version ? heif.get_version() : ""; }

// heifOpen gives the images in a file, at most most of them; -1 if it is broken.
static int heifOpen(void **ctx, const void *data, size_t n, unsigned *ids, int most) {
	if (!(*ctx = heif.context_alloc())) return -1;
	if (heif.context_read_from_memory_without_copy(*ctx, data, n, NULL).code) return -1;
	int count = heif.context_get_number_of_top_level_images(*ctx);
	return heif.context_get_list_of_top_level_image_IDs(*ctx, ids, count < most ? count : most);
}

// heifSizes writes width and height of each image, as it is shown. It returns
// how many there are; -1 if the file is broken.
static int heifSizes(const void *data, size_t n, int *sizes, int most) {
	void *ctx, *handle;
	unsigned ids[most];
	int count = heifOpen(&ctx, data, n, ids, most);
	for (int i = 0; i < count; i++) {
		if (heif.context_get_image_handle(ctx, ids[i], &handle).code) { count = -1; break; }
		sizes[2 * i] = heif.image_handle_get_width(handle);
		sizes[2 * i + 1] = heif.image_handle_get_height(handle);
		heif.image_handle_release(handle);
	}
	if (ctx) heif.context_free(ctx);
	return count;
}

// grey makes shades of grey of red, green, blue and alpha, on white ground.
static PIX *grey(const unsigned char *src, int stride, int w, int h) {
	PIX *p = pixCreate(w, h, 8);
	if (!p) return NULL;
	for (int y = 0; y < h; y++, src += stride) {
		l_uint32 *row = pixGetData(p) + (size_t)y * pixGetWpl(p);
		for (int x = 0; x < w; x++) {
			const unsigned char *c = src + 4 * x;
			int light = (77 * c[0] + 151 * c[1] + 28 * c[2]) >> 8;
			SET_DATA_BYTE(row, x, 255 - (255 - light) * c[3] / 255);
		}
	}
	return p;
}

// heifRead decodes an image, turned as the file says.
static PIX *heifRead(const void *data, size_t n, int page) {
	void *ctx = NULL, *handle = NULL, *img = NULL;
	unsigned ids[page + 1];
	PIX *p = NULL;
	int stride = 0;
	if (heifOpen(&ctx, data, n, ids, page + 1) == page + 1 && !heif.context_get_image_handle(ctx, ids[page], &handle).code &&
		!heif.decode_image(handle, &img, rgb, interleaved_rgba, NULL).code) {
		const unsigned char *px = heif.image_get_plane_readonly(img, interleaved, &stride);
		if (px) p = grey(px, stride, heif.image_get_width(img, interleaved), heif.image_get_height(img, interleaved));
	}
	if (img) heif.image_release(img);
	if (handle) heif.image_handle_release(handle);
	if (ctx) heif.context_free(ctx);
	return p;
}
*/
import "C"

import (
	"errors"
	"sync"
	"unsafe"

	"noticed/extract/format"
)

// HEIFPackage is the Debian package by which HEIC can be read; newer releases
// than Debian 12 keep its decoder apart, in libheif-plugin-libde265.
const HEIFPackage = "libheif1"

// loadHEIF loads libheif, which noticed neither brings nor needs: it is under
// the LGPL and used if the system has it.
var loadHEIF = sync.OnceValue(func() C.int { return C.heifLoad() })

// HEIF says by what HEIC is decoded ("libheif 1.15.1"), or what is missing. The
// first call loads the library: it must come before a process is sealed.
func HEIF() (by, missing string) {
	switch loadHEIF() {
	case 0:
		return "libheif " + C.GoString(C.heifVersion()), ""
	case 1:
		return "", "libheif is not installed"
	}
	return "", "libheif has no decoder for HEVC"
}

// HEICSizes are the sizes of the pictures in a HEIC file, as they are shown, the
// first maxPages+1 of them.
func HEICSizes(data []byte, maxPages int) ([]format.Size, error) {
	if len(data) == 0 || loadHEIF() != 0 {
		return nil, errors.New("reading the HEIC boxes: there is nothing to read them by")
	}
	most := maxPages + 1
	raw := make([]C.int, 2*most)
	n := int(C.heifSizes(unsafe.Pointer(&data[0]), C.size_t(len(data)), &raw[0], C.int(most)))
	if n < 0 {
		return nil, errors.New("reading the HEIC boxes: they are damaged or cut off")
	}
	sizes := make([]format.Size, n)
	for i := range sizes {
		sizes[i] = format.Size{Width: int(raw[2*i]), Height: int(raw[2*i+1])}
	}
	return sizes, nil
}

func readHEIC(data []byte, page int) *C.PIX {
	if loadHEIF() != 0 {
		return nil
	}
	return C.heifRead(unsafe.Pointer(&data[0]), C.size_t(len(data)), C.int(page))
}
