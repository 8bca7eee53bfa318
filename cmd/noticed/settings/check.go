package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"
)

// general are the checks that need to know nothing of noticed.
var general = map[string]Check{
	"file":     file,
	"dir":      dir,
	"port":     func(v string) error { return between(v, 0, 65535) },
	"count":    func(v string) error { return between(v, 0, 1024) },
	"span":     func(v string) error { return atLeast(v, 0) },
	"ack-wait": func(v string) error { return atLeast(v, time.Second) },
	"servers":  servers,
}

// file wants a file that can be read.
func file(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return whyNot(path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return whyNot(path, err)
	}
	if info.IsDir() {
		return fmt.Errorf("%s is a directory, want a file", path)
	}
	return nil
}

// dir wants a directory, or a place where one can be made.
func dir(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return whyNot(path, err)
	case !info.IsDir():
		return fmt.Errorf("%s is not a directory", path)
	}
	return nil
}

func whyNot(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no file %s", path)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s may not be read by this user", path)
	}
	return err
}

func between(v string, least, most int) error {
	n, err := strconv.Atoi(v)
	if err != nil || n < least || n > most {
		return fmt.Errorf("%s is not a number from %d to %d", v, least, most)
	}
	return nil
}

func atLeast(v string, least time.Duration) error {
	d, err := time.ParseDuration(v)
	if err != nil || d < least {
		return fmt.Errorf("%s is not a span of time of at least %s", v, least)
	}
	return nil
}

// servers wants URLs of NATS servers with commas between them.
func servers(v string) error {
	for s := range strings.SplitSeq(v, ",") {
		s = strings.TrimSpace(s)
		scheme, _, found := strings.Cut(s, "://")
		if !found {
			scheme, s = "nats", "nats://"+s
		}
		u, err := url.Parse(s)
		if err != nil || u.Hostname() == "" { // the error would quote a password
			return errors.New("it is not the URL of a NATS server, as nats://host:4222")
		}
		switch scheme {
		case "nats", "tls", "ws", "wss":
		default:
			return fmt.Errorf("%q is not a scheme of NATS servers: want nats, tls, ws or wss", scheme)
		}
		if p := u.Port(); p != "" {
			if err := between(p, 1, 65535); err != nil {
				return fmt.Errorf("the port %w", err)
			}
		}
	}
	return nil
}
