package theme_test

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

func TestZoomMakesSizesLargerAndSmaller(t *testing.T) {
	for _, c := range []struct {
		zoom                       float32
		text, title, padding, thin float32
	}{
		{1, 16, 28, 4, 1}, {0, 16, 28, 4, 1}, // as it was before there was a zoom
		{0.8, 13, 22, 3, 1},
		{1.5, 24, 42, 6, 2},
		{2.5, 40, 70, 10, 3},
		{0.1, 13, 22, 3, 1}, {9, 40, 70, 10, 3}, // whatever a file of preferences says
	} {
		th := theme.New(theme.Light, c.zoom)
		for _, s := range []struct {
			name fyne.ThemeSizeName
			want float32
		}{{fynetheme.SizeNameText, c.text}, {theme.SizeTitle, c.title}, {fynetheme.SizeNamePadding, c.padding},
			{fynetheme.SizeNameInputBorder, c.thin}, {fynetheme.SizeNameWindowButtonRadius, math.MaxFloat32}} {
			if got := th.Size(s.name); got != s.want {
				t.Errorf("zoom %v: %s is %v, want %v", c.zoom, s.name, got, s.want)
			}
		}
	}
}

func TestUnitsFollowTheThemeOfTheMoment(t *testing.T) {
	settings := test.NewTempApp(t).Settings()
	// Given a theme that knows no zoom, then lengths are what they are.
	if got := theme.Units(12.5); got != 12.5 {
		t.Errorf("12.5 units are %v", got)
	}
	for _, c := range []struct{ zoom, length, want float32 }{
		{1, 12.5, 12.5}, {1, -8, -8}, {0.8, 8, 6}, {0.8, -8, -6}, {2.5, 1120, 2800}, {2.5, 0, 0}, {0.8, 0.5, 1}, {0.8, -0.5, -1},
	} {
		settings.SetTheme(theme.New(theme.Dark, c.zoom))
		if got := theme.Units(c.length); got != c.want {
			t.Errorf("zoom %v: %v units are %v, want %v", c.zoom, c.length, got, c.want)
		}
	}
}

func TestAnUnknownModeIsLight(t *testing.T) {
	for _, mode := range []theme.Mode{"", "sepia", "Dark"} {
		got := theme.New(mode, 1).Color(fynetheme.ColorNameBackground, 0)
		if want := theme.New(theme.Light, 1).Color(fynetheme.ColorNameBackground, 0); got != want {
			t.Errorf("%q has the page %v", mode, got)
		}
	}
}
