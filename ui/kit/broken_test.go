package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestBrokenNeverRunsOutOfItsWidth(t *testing.T) {
	test.NewTempApp(t)
	style := fyne.TextStyle{Bold: true}
	for _, text := range []string{"", "Oak School", "The Oak Hill Community School of Arts", strings.Repeat("Tamme", 20) + " Kool", "õ"} {
		for _, most := range []int{0, 1, 2} {
			lines := Broken(text, 176, 16, style, most)
			for _, line := range lines {
				if w := fyne.MeasureText(line, 16, style).Width; w > 176 {
					t.Errorf("%q: the line %q is %v wide", text, line, w)
				}
			}
			got, want := strings.ReplaceAll(strings.Join(lines, ""), " ", ""), strings.ReplaceAll(text, " ", "")
			switch {
			case most > 0 && len(lines) > most:
				t.Errorf("%q has %d lines", text, len(lines))
			case got != want && (most == 0 || !strings.HasSuffix(got, "…") || !strings.HasPrefix(want, strings.TrimSuffix(got, "…"))):
				t.Errorf("%q became %q", text, lines)
			}
		}
	}
}
