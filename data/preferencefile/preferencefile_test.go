package preferencefile

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

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
