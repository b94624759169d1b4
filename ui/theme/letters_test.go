package theme_test

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waymark/data/fonts"
	"waymark/ui/theme"
)

// sentences have most letters of their alphabets.
var sentences = map[string]string{
	"Estonian":   "Põdur Zagrebi tšellomängija-följetonist Ciqo külmetas kehvas garaažis",
	"Latvian":    "Muļķa hipiji mēģina brīvi nogaršot celofāna žņaudzējčūsku",
	"Lithuanian": "Įlinkdama fechtuotojo špaga sublykčiojusi pragręžė apvalų arbūzą",
	"Finnish":    "Törkylempijävongahdus, On sangen hauskaa",
	"Swedish":    "Flygande bäckasiner söka hwila på mjuka tuvor",
	"Norwegian":  "Vår sære Zulu fra badeøya spilte jo whist og quickstep i min taxi",
	"Icelandic":  "Kæmi ný öxi hér, ykist þjófum nú bæði víl og ádrepa",
	"Sami":       "Vuol Ruoŧa geđggiid leat máŋga luosa ja čuovžža",
	"Polish":     "Pchnąć w tę łódź jeża lub ośm skrzyń fig",
	"German":     "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich",
	"Russian":    "Съешь же ещё этих мягких французских булок, да выпей чаю",
	"Ukrainian":  "Чуєш їх, доцю, га? Кумедна ж ти, прощайся без ґольфів!",
	"Serbian":    "Љубазни фењерџија чађавог лица хоће да ми покаже штос",
	"Greek":      "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία",
	"Georgian":   "სკოლის განვითარების გეგმა, ჯიშიანი ჰაერი ძღვენი წყლის ჭავლი",
	"signs":      "1 234,5 € → 67 % – „nii“ × 2 ✓ №8 §9 «так»",
}

// Given a sentence in any alphabet, when it is measured for the screen and for paper, then both agree but for the kerning,
// which only the screen has: what fits a line here fits it there.
func TestAWidthOnTheScreenIsTheWidthOnPaper(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	const size = 64
	for language, sentence := range sentences {
		for _, bold := range []bool{false, true} {
			screen := float64(fyne.MeasureText(sentence, size, fyne.TextStyle{Bold: bold}).Width)
			paper := fonts.Measure(sentence, size, bold) / (25.4 / 72) // points, as many as units
			if off := screen/paper - 1; math.Abs(off) > 0.01 {
				t.Errorf("%s, bold %v: %.1f on the screen, %.1f on paper (%+.1f %%)", language, bold, screen, paper, off*100)
			}
		}
	}
}
