package deploy_test

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	natsserver "github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nkeys"
)

// natsServer is a nats-server that runs with the configuration of this directory;
// only its ports and its place on disk are others.
type natsServer struct {
	*service

	argv []string
	port string
	http string
}

// startNATS starts it with this text of a configuration, which keeps its data in
// /var/lib/nats, and flags.
func startNATS(t *testing.T, text, store string, flags ...string) *natsServer {
	t.Helper()
	n := &natsServer{port: freePort(t), http: freePort(t)}
	conf := filepath.Join(t.TempDir(), "nats-server.conf")
	if err := os.WriteFile(conf, []byte(strings.Replace(text, "store_dir: "+storeDir+"\n", "store_dir: "+store+"\n", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	n.argv = append([]string{program(t, "nats-server"), "--config", conf}, flags...)
	n.argv = append(n.argv, "--addr", "127.0.0.1", "--port", n.port, "--http_port", n.http)
	n.again(t)
	return n
}

const storeDir = "/var/lib/nats"

// again starts it, and returns when it is healthy.
func (n *natsServer) again(t *testing.T) {
	t.Helper()
	n.service = start(t, nil, n.argv...)
	eventually(t, "a healthy nats-server", func() bool {
		n.lives(t)
		return healthy("http://127.0.0.1:" + n.http + "/healthz")
	})
}

func (n *natsServer) url() string { return "nats://127.0.0.1:" + n.port }

func healthy(url string) bool {
	r, err := http.Get(url)
	if err != nil {
		return false
	}
	defer r.Body.Close()
	return r.StatusCode == http.StatusOK
}

// What noticed rests on is in the configuration, and the server takes it.
func TestNATSConfiguration(t *testing.T) {
	run(t, nil, program(t, "nats-server"), "--config", "nats-server.conf", "-t")
	o, err := natsserver.ProcessConfigFile("nats-server.conf")
	if err != nil {
		t.Fatal(err)
	}
	if !o.JetStream || !o.SyncAlways || o.MaxPayload != 8<<20 || o.StoreDir != storeDir || o.Host != "127.0.0.1" || o.HTTPHost != "127.0.0.1" {
		t.Errorf("JetStream %t, sync always %t, payload %d, in %s, listens on %s and %s", o.JetStream, o.SyncAlways, o.MaxPayload, o.StoreDir, o.Host, o.HTTPHost)
	}
}

// The block that asks for a key works as it stands there, with a key of one's own.
func TestAuthorization(t *testing.T) {
	block := regexp.MustCompile(`(?ms)^#authorization \{\n.*?^#\}\n`)
	conf := block.ReplaceAllStringFunc(read(t, "nats-server.conf"), func(s string) string {
		return strings.ReplaceAll(s[1:], "\n#", "\n")
	})
	user, err := nkeys.CreateUser()
	if err != nil {
		t.Fatal(err)
	}
	public, err := user.PublicKey()
	if err != nil {
		t.Fatal(err)
	}
	seed, err := user.Seed()
	if err != nil {
		t.Fatal(err)
	}
	conf = regexp.MustCompile(`nkey: U\w+`).ReplaceAllString(conf, "nkey: "+public)
	key := filepath.Join(t.TempDir(), "noticed.nk")
	if err := os.WriteFile(key, seed, 0o600); err != nil {
		t.Fatal(err)
	}
	n := startNATS(t, conf, t.TempDir())
	env := []string{"NATS_URL=" + n.url()}
	if _, said, err := try(t, env, program(t, "noticed"), "status"); err == nil || !strings.Contains(said, "--nkey or --creds") {
		t.Errorf("without a key: %v %s", err, said)
	}
	if a := status(t, append(env, "NATS_NKEY="+key)); !a.Balanced {
		t.Errorf("with the key: %+v", a)
	}
}
