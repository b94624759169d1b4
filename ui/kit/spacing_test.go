package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waymark/ui/theme"
)

// What a column needs and what it takes must be one, or the last of it is cut off.
func TestAColumnTakesTheHeightItNeeds(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	long := strings.Repeat("Enesehindamisel leppisite kokku ", 12)
	for _, width := range []float32{240, 700, 1120} {
		column := Column(Heading("Kool"), Quiet(long), Panel(Text(long), Rule(), Middle(Text(long))), Gap(4), Text("Kool"), AtField(Note("N1", 0)))
		column.Resize(fyne.NewSize(width, 10))
		column.Resize(fyne.NewSize(width, column.MinSize().Height))
		last := column.Objects[len(column.Objects)-1]
		if foot := last.Position().Y + last.Size().Height; foot != column.MinSize().Height {
			t.Errorf("%v wide: the last object ends at %v, the column needs %v", width, foot, column.MinSize().Height)
		}
		for i, o := range column.Objects[1:] {
			above := column.Objects[i]
			if least := above.Position().Y + above.Size().Height + betweenWords; o.Position().Y < least {
				t.Errorf("%v wide: object %d begins at %v, over the words above, which end at %v", width, i+1, o.Position().Y, least)
			}
		}
	}
}

func TestThePageIsInTheMiddleAndNeverWiderThanItsMeasure(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	for _, width := range []float32{700, 1150, 1704} {
		content := Column(Text("Kool"))
		(&sheet{}).Layout([]fyne.CanvasObject{content}, fyne.NewSize(width, 600))
		left, right := content.Position().X, width-content.Position().X-content.Size().Width
		if left != right || content.Size().Width > pageWidth {
			t.Errorf("%v wide: %v left, %v right, %v between", width, left, right, content.Size().Width)
		}
	}
}
