package agefile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"filippo.io/age"

	"waymark/app"
)

// quick is a work factor for tests, whose passwords nobody guesses.
const quick = 4

const password = "õunapuu 7"

// protected returns what encrypt makes of plain.
func protected(t testing.TB, plain []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := encrypt(&b, bytes.NewReader(plain), password, quick); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// letter is n bytes that no file of zeros could be taken for.
func letter(n int) []byte {
	b := make([]byte, n)
	random := rand.New(rand.NewPCG(1, 2))
	for i := range b {
		b[i] = byte(random.Uint32())
	}
	return b
}

// fails tells what Decrypt says of data, and fails the test when it says nothing.
func fails(t testing.TB, data []byte, password string) (app.ErrorKind, string) {
	t.Helper()
	err := Decrypt(io.Discard, bytes.NewReader(data), password, MostBytes)
	if err == nil {
		t.Fatal("it is opened")
	}
	return app.KindOf(err), app.Sentence(err).Key
}

func TestWhatIsProtectedIsOpenedWithItsPassword(t *testing.T) {
	const chunk = 64 << 10 // of the format
	for _, n := range []int{0, 1, 1000, chunk - 1, chunk, chunk + 1, 3 * chunk} {
		plain := letter(n)
		data := protected(t, plain)
		if n > 20 && bytes.Contains(data, plain[:20]) {
			t.Errorf("%d bytes: the protected file holds what it protects", n)
		}
		var got bytes.Buffer
		if err := Decrypt(&got, iotest.OneByteReader(bytes.NewReader(data)), password, int64(n)); err != nil || !bytes.Equal(got.Bytes(), plain) {
			t.Errorf("%d bytes: %v, and %d bytes come back", n, err, got.Len())
		}
	}
}

// Given the same file protected twice, then the two differ: neither tells that they hold the same.
func TestEachCopyHasAKeyOfItsOwn(t *testing.T) {
	if bytes.Equal(protected(t, letter(100)), protected(t, letter(100))) {
		t.Error("both are the same")
	}
}

// Given a file protected as users do it, then a guess at its password takes work, and it opens with the password.
func TestAGuessAtAPasswordTakesWork(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	folder := t.TempDir()
	from, to, back := filepath.Join(folder, "s"), filepath.Join(folder, "s"+Extension), filepath.Join(folder, "back")
	if err := os.WriteFile(from, []byte("marks"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Protect(t.Context(), from, to, password); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	if stanza := strings.Split(string(data), "\n")[1]; !strings.HasPrefix(stanza, "-> scrypt ") || !strings.HasSuffix(stanza, " 18") {
		t.Errorf("the key is kept as %q", stanza)
	}
	if err := Unprotect(t.Context(), to, back, password); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(back); err != nil || string(got) != "marks" {
		t.Errorf("%q comes back, %v", got, err)
	}
}

func TestAWrongPasswordIsTold(t *testing.T) {
	data := protected(t, letter(1000))
	for _, wrong := range []string{"Õunapuu 7", "õunapuu 7 ", "x"} {
		if kind, key := fails(t, data, wrong); kind != app.KindInvalid || key != "error.wrong_password" {
			t.Errorf("%q: kind %d, %s", wrong, kind, key)
		}
	}
	// an õ may be one letter or an o and its tilde
	var got bytes.Buffer
	if err := Decrypt(&got, bytes.NewReader(data), "o\u0303unapuu 7", 1000); err != nil {
		t.Error(err)
	}
}

func TestAnEmptyPasswordIsNone(t *testing.T) {
	for name, err := range map[string]error{
		"protect":   Encrypt(io.Discard, strings.NewReader("marks"), ""),
		"unprotect": Decrypt(io.Discard, bytes.NewReader(protected(t, nil)), "", 10),
	} {
		if app.KindOf(err) != app.KindInvalid || app.Sentence(err).Key != "error.empty_password" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatNoPasswordProtectsIsForeign(t *testing.T) {
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	var keyed bytes.Buffer
	w, err := age.Encrypt(&keyed, identity.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"nothing":           "",
		"a letter":          "Dear parents",
		"a school file":     "SQLite format 3\x00" + strings.Repeat("\x00", 4096),
		"half of the start": intro[:10],
		"a newer format":    "age-encryption.org/v2\n-> scrypt AAAA 18\n",
		"protected by keys": keyed.String(),
	} {
		if kind, key := fails(t, []byte(data), password); kind != app.KindForeign || key != "error.not_protected" {
			t.Errorf("%s: kind %d, %s", name, kind, key)
		}
	}
}

// Given a copy cut short anywhere, when opened, then it is told to be damaged, or to be none when hardly any of it is left.
func TestACopyCutShortIsDamaged(t *testing.T) {
	data := protected(t, letter(140<<10))
	cuts := []int{len(data) - 1}
	for n := 0; n < len(data); n += 97 {
		cuts = append(cuts, n)
	}
	for _, n := range cuts {
		want := app.KindDamaged
		if n < len(intro) {
			want = app.KindForeign
		}
		if kind, key := fails(t, data[:n], password); kind != want {
			t.Errorf("cut to %d bytes: kind %d, %s", n, kind, key)
		}
	}
	if kind, _ := fails(t, append(slices.Clone(data), 0), password); kind != app.KindDamaged {
		t.Errorf("with a byte too many: kind %d", kind)
	}
}

// Given a copy with one changed bit, when opened, then it never opens; beyond the key it is told to be damaged.
func TestAChangedCopyIsNotOpened(t *testing.T) {
	data := protected(t, letter(2000))
	payload := bytes.Index(data, []byte("\n---")) // where the key ends
	if payload < 0 {
		t.Fatal("no end of the head")
	}
	for at := range data {
		changed := slices.Clone(data)
		changed[at] ^= 1 << (at % 7)
		kind, key := fails(t, changed, password)
		switch {
		case kind == app.KindDamaged:
		case at < len(intro+"-> scrypt ") && kind == app.KindForeign:
		case at < payload && kind == app.KindInvalid && key == "error.wrong_password":
		default:
			t.Errorf("byte %d changed: kind %d, %s", at, kind, key)
		}
	}
}

// Given a file that asks for more work or memory than there is, when opened, then it is refused at once.
func TestAFileThatAsksForTooMuchIsRefused(t *testing.T) {
	head := func(stanza string) []byte {
		return []byte(intro + stanza + "\n" + strings.Repeat("A", 43) + "\n--- " + strings.Repeat("A", 43) + "\n")
	}
	many := strings.TrimSuffix(strings.Repeat("-> scrypt AAAAAAAAAAAAAAAAAAAAAA 18\n"+strings.Repeat("A", 43)+"\n", 500), "\n"+strings.Repeat("A", 43)+"\n")
	for name, data := range map[string][]byte{
		"work":             head("-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30"),
		"just too much":    head("-> scrypt AAAAAAAAAAAAAAAAAAAAAA 19"),
		"work beyond int":  head("-> scrypt AAAAAAAAAAAAAAAAAAAAAA 99999999999999999999"),
		"work below":       head("-> scrypt AAAAAAAAAAAAAAAAAAAAAA -1"),
		"many passwords":   head(many),
		"a head of 100 MB": append([]byte(intro+"-> scrypt "), bytes.Repeat([]byte("A"), 100<<20)...),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		kind, key := fails(t, data, password)
		runtime.ReadMemStats(&after)
		if taken := after.TotalAlloc - before.TotalAlloc; kind != app.KindDamaged || taken > 32<<20 {
			t.Errorf("%s: kind %d, %s, after %d MB", name, kind, key, taken>>20)
		}
	}
}

func TestNoMoreThanTheLimitIsWritten(t *testing.T) {
	data := protected(t, letter(200_000))
	var got bytes.Buffer
	err := Decrypt(&got, bytes.NewReader(data), password, 199_999)
	if app.KindOf(err) != app.KindForeign || app.Sentence(err).Key != "error.protected_large" || got.Len() > 199_999 {
		t.Errorf("%d bytes written, %v", got.Len(), err)
	}
}

var errDisk = errors.New("input/output error")

type brokenDisk struct{}

func (brokenDisk) Write([]byte) (int, error) { return 0, errDisk }

func TestAFailingDiskIsNoDamage(t *testing.T) {
	data := protected(t, letter(1000))
	if err := Decrypt(brokenDisk{}, bytes.NewReader(data), password, MostBytes); err != errDisk {
		t.Errorf("writing: %v", err)
	}
	for _, n := range []int{0, 10, 60, len(data) - 10} {
		from := io.MultiReader(bytes.NewReader(data[:n]), iotest.ErrReader(errDisk))
		if err := Decrypt(io.Discard, from, password, MostBytes); err != errDisk {
			t.Errorf("reading after %d bytes: %v", n, err)
		}
	}
	if err := encrypt(brokenDisk{}, strings.NewReader("marks"), password, quick); !errors.Is(err, errDisk) {
		t.Errorf("protecting onto it: %v", err)
	}
	if err := encrypt(io.Discard, iotest.ErrReader(errDisk), password, quick); !errors.Is(err, errDisk) {
		t.Errorf("protecting from it: %v", err)
	}
}

func TestFilesAreCopiedWholeOrNotAtAll(t *testing.T) {
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	plain := letter(100_000)
	if err := os.WriteFile(at("s.waymark"), plain, 0o600); err != nil {
		t.Fatal(err)
	}
	// given a protected copy
	data := protected(t, plain)
	if err := os.WriteFile(at("s.waymark.age"), data, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"s.waymark.age": true, "s.waymark": false} {
		if got, err := Encrypted(at(name)); err != nil || got != want {
			t.Errorf("%s is protected: %v, %v", name, got, err)
		}
	}
	// when it is opened, then the file is there again
	if err := Unprotect(t.Context(), at("s.waymark.age"), at("back.waymark"), password); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(at("back.waymark")); err != nil || !bytes.Equal(got, plain) {
		t.Errorf("%d bytes come back, %v", len(got), err)
	}
	// and nothing is left of what fails
	if err := os.WriteFile(at("cut.age"), data[:len(data)-1], 0o600); err != nil {
		t.Fatal(err)
	}
	before := names(t, folder)
	for _, c := range []struct {
		name string
		err  error
		kind app.ErrorKind
		key  string
	}{
		{"onto a file", Protect(t.Context(), at("s.waymark"), at("back.waymark"), password), app.KindInvalid, "error.exists"},
		{"out onto a file", Unprotect(t.Context(), at("s.waymark.age"), at("s.waymark"), password), app.KindInvalid, "error.exists"},
		{"wrong password", Unprotect(t.Context(), at("s.waymark.age"), at("new"), "x"), app.KindInvalid, "error.wrong_password"},
		{"no password", Protect(t.Context(), at("s.waymark"), at("new"), ""), app.KindInvalid, "error.empty_password"},
		{"damaged at its end", Unprotect(t.Context(), at("cut.age"), at("new"), password), app.KindDamaged, "error.protected_damaged"},
		{"not protected", Unprotect(t.Context(), at("s.waymark"), at("new"), password), app.KindForeign, "error.not_protected"},
		{"no file", Protect(t.Context(), at("none"), at("new"), password), app.KindNotFound, "error.not_found"},
		{"a folder", Unprotect(t.Context(), folder, at("new"), password), app.KindUnavailable, "error.unavailable"},
		{"no folder", Unprotect(t.Context(), at("s.waymark.age"), at("none/new"), password), app.KindUnavailable, "error.no_folder"},
	} {
		if app.KindOf(c.err) != c.kind || app.Sentence(c.err).Key != c.key {
			t.Errorf("%s: %v", c.name, c.err)
		}
	}
	if after := names(t, folder); !slices.Equal(after, before) {
		t.Errorf("the folder held %q and now holds %q", before, after)
	}
	if got, err := os.ReadFile(at("s.waymark")); err != nil || !bytes.Equal(got, plain) {
		t.Errorf("the file itself has changed (%v)", err)
	}
}

func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestWhatIsShortOrGoneIsNotProtected(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{"empty": "", "short": intro[:len(intro)-1], "other": "age-encryption.org/v2\n"} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := Encrypted(path); got || err != nil {
			t.Errorf("%s is protected: %v, %v", name, got, err)
		}
	}
	if _, err := Encrypted(filepath.Join(folder, "none")); app.KindOf(err) != app.KindNotFound {
		t.Errorf("a file that is not there: %v", err)
	}
	if _, err := Encrypted(folder); app.KindOf(err) != app.KindUnavailable {
		t.Errorf("a folder: %v", err)
	}
}

// Given any bytes, when opened, then they are refused with an Error that says why, or hold no more than the limit.
func FuzzDecrypt(f *testing.F) {
	data := protected(f, []byte("marks"))
	f.Add(data)
	f.Add(data[:len(data)-1])
	f.Add(bytes.Replace(data, []byte(fmt.Sprintf(" %d\n", quick)), []byte(" 30\n"), 1))
	f.Add([]byte(intro))
	f.Add([]byte(intro + "-> scrypt AAAAAAAAAAAAAAAAAAAAAA 4\n\n--- AAAA\n"))
	f.Add([]byte(intro + "-> X25519 AAAA\n\n-> scrypt AAAA 4\n\n--- AAAA\n"))
	f.Add([]byte(""))
	f.Fuzz(func(t *testing.T, data []byte) {
		const limit = 64
		var got bytes.Buffer
		err := Decrypt(&got, bytes.NewReader(data), password, limit)
		if kind := app.KindOf(err); err != nil && kind != app.KindInvalid && kind != app.KindForeign && kind != app.KindDamaged || got.Len() > limit {
			t.Fatalf("%q: %d bytes, %v", data, got.Len(), err)
		}
	})
}

// Given any file and password, when protected, then it opens with this password and with no other.
func FuzzProtected(f *testing.F) {
	f.Add([]byte("marks"), password, "x")
	f.Add([]byte{}, "\x00", "\xff")
	f.Add(letter(70_000), "o\u0303", "õ")
	f.Add([]byte("marks"), "x", "x\x00")
	f.Fuzz(func(t *testing.T, plain []byte, password, other string) {
		var data, got bytes.Buffer
		if err := encrypt(&data, bytes.NewReader(plain), password, 1); err != nil {
			if password == "" && app.KindOf(err) == app.KindInvalid {
				return
			}
			t.Fatal(err)
		}
		if err := Decrypt(&got, bytes.NewReader(data.Bytes()), password, int64(len(plain))); err != nil || !bytes.Equal(got.Bytes(), plain) {
			t.Fatalf("%d bytes with %q: %v, and %d bytes come back", len(plain), password, err, got.Len())
		}
		if strings.TrimRight(typed(other), "\x00") == strings.TrimRight(typed(password), "\x00") {
			return // zeros at the end, which nobody can type, are what the format fills a password up with
		}
		if err := Decrypt(io.Discard, bytes.NewReader(data.Bytes()), other, MostBytes); app.KindOf(err) != app.KindInvalid || err == nil {
			t.Fatalf("protected with %q, opened with %q: %v", password, other, err)
		}
	})
}
