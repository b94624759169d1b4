package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestWrappedNeverRunsOutOfItsWidth(t *testing.T) {
	test.NewTempApp(t)
	style := fyne.TextStyle{Bold: true}
	for _, text := range []string{"", "Oak School", "The Oak Hill Community School of Arts", strings.Repeat("Tamme", 20) + " Kool", "õ"} {
		lines := wrapped(text, 176, 16, style)
		for _, line := range lines {
			if w := fyne.MeasureText(line, 16, style).Width; w > 176 {
				t.Errorf("%q: the line %q is %v wide", text, line, w)
			}
		}
		if got, want := strings.Join(lines, ""), strings.ReplaceAll(text, " ", ""); strings.ReplaceAll(got, " ", "") != want {
			t.Errorf("%q became %q", text, lines)
		}
	}
}
