package deploy_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	natsserver "github.com/nats-io/nats-server/v2/server"

	"noticed"
	"noticed/samples/eval/grade"
	"noticed/samples/expect"
)

// compose is what is looked at of compose.yaml.
type compose struct {
	Services map[string]struct {
		Image       string
		Command     []string
		Environment map[string]string
		Volumes     []string
		Ports       []string
		Healthcheck struct{ Test []string }
		Build       struct{ Context, Dockerfile string }
		Deploy      struct{ Replicas int }
	}
	Volumes map[string]any
}

func readCompose(t *testing.T) compose {
	t.Helper()
	var c compose
	if err := yaml.Unmarshal([]byte(read(t, "compose.yaml")), &c); err != nil {
		t.Fatal(yaml.FormatError(err, false, true))
	}
	return c
}

// mounts are the places in a container and what of this machine lies there: files
// of this directory, and fresh directories for volumes.
func (c compose) mounts(t *testing.T, service string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, v := range c.Services[service].Volumes {
		part := strings.Split(v, ":")
		if strings.HasPrefix(part[0], ".") {
			if _, err := os.Stat(part[0]); err != nil {
				t.Errorf("%s: %v", v, err)
			}
			all[part[1]] = part[0]
			continue
		}
		if _, ok := c.Volumes[part[0]]; !ok {
			t.Errorf("%s: there is no such volume", v)
		}
		all[part[1]] = t.TempDir()
	}
	return all
}

// TestCompose does by hand what docker compose up would do: the server, then the
// workers once it is healthy; and reads the sample mail through them.
func TestCompose(t *testing.T) {
	c := readCompose(t)
	nats, worker := c.Services["nats"], c.Services["worker"]

	if nats.Image != "nats:"+natsserver.VERSION+"-alpine" || worker.Image != "noticed:"+noticed.Version {
		t.Errorf("the images are %s and %s", nats.Image, worker.Image)
	}
	conf, err := natsserver.ProcessConfigFile("nats-server.conf")
	if err != nil {
		t.Fatal(err)
	}
	mounts := c.mounts(t, "nats")
	if mounts[conf.StoreDir] == "" {
		t.Fatalf("the server keeps its data in %s, where no volume is: %v", conf.StoreDir, nats.Volumes)
	}
	if len(nats.Command) < 3 || nats.Command[0] != "nats-server" || nats.Command[1] != "--config" || mounts[nats.Command[2]] == "" {
		t.Fatalf("the server is started by %v", nats.Command)
	}
	server := startNATS(t, read(t, mounts[nats.Command[2]]), mounts[conf.StoreDir], nats.Command[3:]...)
	check := nats.Healthcheck.Test[len(nats.Healthcheck.Test)-1]
	if check != "http://127.0.0.1:8222/healthz" || conf.HTTPPort != 8222 || !healthy(strings.Replace(check, "8222", server.http, 1)) {
		t.Errorf("%s is not healthy", check)
	}

	env := []string{"NOTICED_CONFIG=" + c.mounts(t, "worker")["/etc/noticed/noticed.yaml"]}
	for name, value := range worker.Environment {
		env = append(env, name+"="+strings.Replace(value, "nats://nats:4222", server.url(), 1))
	}
	var workers []*service
	for range worker.Deploy.Replicas {
		workers = append(workers, start(t, env, append(entrypoint(t), worker.Command...)...))
	}
	if len(workers) < 2 {
		t.Errorf("%d workers", len(workers))
	}

	user := []string{"NATS_URL=" + server.url()}
	run(t, user, program(t, "noticed"), "submit", "../samples/mail")
	truths := truths(t)
	eventually(t, "the end of all documents", func() bool { return status(t, user).Ended >= len(truths) })
	if a := status(t, user); !a.Balanced || a.Accepted != len(truths) || a.Dead > 0 {
		t.Errorf("%+v of %d documents", a, len(truths))
	}
	graded(t, truths, run(t, user, program(t, "noticed"), "watch", "--list", "--json"))

	// The health check of a worker, as its container runs it.
	if test := worker.Healthcheck.Test; test[0] != "CMD" || test[1] != "noticed" {
		t.Errorf("%v", test)
	}
	run(t, env, append([]string{program(t, "noticed")}, worker.Healthcheck.Test[2:]...)...)

	// The server is stopped and started: workers wait, results are there.
	server.stop(t)
	server.again(t)
	if a := status(t, user); !a.Balanced || a.Ended != len(truths) {
		t.Errorf("after a restart of the server: %+v", a)
	}
	for _, w := range workers {
		w.stop(t)
	}
}

// entrypoint is that of the image, with the program of this machine.
func entrypoint(t *testing.T) []string {
	t.Helper()
	var argv []string
	found := regexp.MustCompile(`(?m)^ENTRYPOINT (\[.*\])$`).FindStringSubmatch(read(t, "Dockerfile"))
	if found == nil || json.Unmarshal([]byte(found[1]), &argv) != nil || argv[0] != "noticed" {
		t.Fatalf("the image has no entry point that starts noticed: %v", found)
	}
	return append([]string{program(t, "noticed")}, argv[1:]...)
}

func truths(t *testing.T) map[string]expect.Document {
	t.Helper()
	files, err := filepath.Glob("../samples/truth/*.json")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d files of truth (%v)", len(files), err)
	}
	all := map[string]expect.Document{}
	for _, f := range files {
		var d expect.Document
		if err := json.Unmarshal([]byte(read(t, f)), &d); err != nil {
			t.Fatal(err)
		}
		all[d.File] = d
	}
	return all
}

// graded holds results against the truth: nothing is wrong unless a person is
// asked to look.
func graded(t *testing.T, truths map[string]expect.Document, lines string) {
	t.Helper()
	got := map[string][]noticed.Assessment{}
	for line := range strings.Lines(lines) {
		var a noticed.Assessment
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		if a.Schema == noticed.AssessmentSchema {
			got[a.Document.Name] = append(got[a.Document.Name], a)
		}
	}
	for file, want := range truths {
		if v := grade.Document(want, got[file], ""); v.Silent > 0 || len(got[file]) == 0 {
			t.Errorf("%s: %d results, %d silently wrong: %+v", file, len(got[file]), v.Silent, v.Misses)
		}
	}
}
