package preferencefile

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"waymark/app/preference"
)

func TestWhatIsSavedIsLoaded(t *testing.T) {
	// given a folder that is not there yet
	f := File{Folder: filepath.Join(t.TempDir(), "waymark")}
	if got := f.Load(); !cmp.Equal(got, preference.Preferences{}) {
		t.Errorf("without a file: %+v", got)
	}
	p := preference.Preferences{Language: "et", Mode: "dark", Width: 1200, Height: 720}
	p.Opened("/a.waymark")
	p.Stay("/a.waymark", "planning/goal/1")
	if err := f.Save(p); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(p, f.Load()); diff != "" {
		t.Error(diff)
	}
}

func TestAFileThatCannotBeUnderstoodIsAFirstStart(t *testing.T) {
	f := File{Folder: t.TempDir()}
	for _, text := range []string{"", "{", `{"width": "wide"}`, `[]`, "\x00\xff"} {
		if err := os.WriteFile(f.path(), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := f.Load(); !cmp.Equal(got, preference.Preferences{}) {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

func TestWhatIsOutOfAllProportionIsLeftOut(t *testing.T) {
	f := File{Folder: t.TempDir()}
	long := strings.Repeat("a", maxPath+1)
	for name, c := range map[string]struct {
		text string
		want preference.Preferences
	}{
		"a window wider than any screen": {`{"language": "et", "width": 3e38, "height": 700}`, preference.Preferences{Language: "et"}},
		"a window of less than nothing":  {`{"mode": "dark", "width": 900, "height": -1}`, preference.Preferences{Mode: "dark"}},
		"a number that is none":          {`{"width": 1e400}`, preference.Preferences{}},
		"paths that cannot be":           {`{"recent": ["", "/a", "` + long + `"]}`, preference.Preferences{Recent: []string{"/a"}}},
		"more recent files than offered": {`{"recent": ["/a"` + strings.Repeat(`, "/b"`, 5000) + `]}`,
			preference.Preferences{Recent: append([]string{"/a"}, slices.Repeat([]string{"/b"}, preference.MaxRecent-1)...)}},
		"deeply nested": {`{"places": ` + strings.Repeat("[", 200_000) + strings.Repeat("]", 200_000) + `}`, preference.Preferences{}},
		"too large":     {`{"language": "et"` + strings.Repeat(" ", maxBytes) + `}`, preference.Preferences{}},
		"just not":      {`{"language": "et"` + strings.Repeat(" ", maxBytes-18) + `}`, preference.Preferences{Language: "et"}},
	} {
		if err := os.WriteFile(f.path(), []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, f.Load()); diff != "" {
			t.Errorf("%s: %.1000s", name, diff)
		}
	}
}

// Given a file of hundreds of megabytes, when loaded, then no more of it than may be is read.
func TestAHugeFileTakesLittleMemory(t *testing.T) {
	f := File{Folder: t.TempDir()}
	if err := os.WriteFile(f.path(), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(f.path(), 400<<20); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got := f.Load()
	runtime.ReadMemStats(&after)
	if taken := after.TotalAlloc - before.TotalAlloc; taken > 20*maxBytes || !cmp.Equal(got, preference.Preferences{}) {
		t.Errorf("it took %d MB to load %+v", taken>>20, got)
	}
}

// Given any bytes as the file, when loaded, then the preferences are within limits, and what is saved is loaded again.
func FuzzLoad(f *testing.F) {
	for _, text := range []string{"", "{}", "null", "[]", `{"language": "et", "mode": "dark", "width": 1200, "height": 720, "recent": ["/a"], "places": {"/a": "vision"}}`,
		`{"width": 3e38}`, `{"width": "wide"}`, `{"recent": {"a": 1}}`, `{"recent": null, "places": null}`, `{"Language": "\ud800", "LANGUAGE": "x"}`, "\xff\xfe{}",
		`{"places": [[[[[[]]]]]]}`, `{"recent": ["\u0000", ""]}`} {
		f.Add([]byte(text))
	}
	file := File{Folder: f.TempDir()}
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(file.path(), data, 0o600); err != nil {
			t.Fatal(err)
		}
		p := file.Load()
		if !(p.Width >= 0 && p.Width <= maxSide && p.Height >= 0 && p.Height <= maxSide) || len(p.Recent) > preference.MaxRecent {
			t.Fatalf("%q gives %+v", data, p)
		}
		if err := file.Save(p); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(p, file.Load(), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%q: %s", data, diff)
		}
	})
}

func TestRecentFiles(t *testing.T) {
	var p preference.Preferences
	for i := range 12 {
		path := fmt.Sprintf("/%d.waymark", i)
		p.Stay(path, "vision")
		p.Opened(path)
	}
	p.Opened("/7.waymark")
	if len(p.Recent) != 8 || p.Recent[0] != "/7.waymark" || p.Recent[1] != "/11.waymark" {
		t.Errorf("recent are %v", p.Recent)
	}
	if _, kept := p.Places["/0.waymark"]; kept {
		t.Error("a place is kept of a file that is not recent any more")
	}
	p.Forget("/7.waymark")
	if p.Recent[0] != "/11.waymark" || len(p.Recent) != 7 {
		t.Errorf("after forgetting: %v", p.Recent)
	}
}
