package fonts

import (
	"math"
	"os"
	"path/filepath"
	"testing"
	"unicode"

	"golang.org/x/image/font/sfnt"
)

// letters are those that a language writes beside a to z, in lower case, and its quotation marks.
var letters = map[string]string{
	"Estonian":             "äöüõšž „“",
	"Latvian":              "āčēģīķļņšūžōŗ „“«»",
	"Lithuanian":           "ąčęėįšųūž „“",
	"Finnish":              "äöåšž ”’»",
	"Swedish":              "åäöé ”’»",
	"Norwegian":            "æøåéèêóòôü «»‘’",
	"Danish":               "æøåéǿ »«„“”›‹",
	"Icelandic":            "áðéíóúýþæö „“‚‘",
	"Faroese":              "áðíóúýæø „“”",
	"Northern Sami":        "áčđŋšŧž ”’",
	"Inari and Skolt Sami": "âäáčǯʒǥǧǩŋõåöšžđʹ",
	"Lule and South Sami":  "áåñńäæïöø",
	"Polish":               "ąćęłńóśźż „”«»",
	"German":               "äöüßẞ „“‚‘»«›‹",
	"French":               "àâæçéèêëîïôœùûüÿ «»‹›“”\u202f\u00a0",
	"Russian":              "абвгдеёжзийклмнопрстуфхцчшщъыьэюя «»„“",
	"Ukrainian":            "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяʼ’ «»„“",
	"Belarusian":           "абвгдеёжзійклмнопрстуўфхцчшыьэюяґ «»„“",
	"Bulgarian":            "абвгдежзийклмнопрстуфхцчшщъьюяѝ „“",
	"Serbian":              "абвгдђежзијклљмнњопрстћуфхцчџш čćđšž „”’",
	"Macedonian":           "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ „“’‘",
	"Greek":                "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ ·;«»“”",
	"Greek of old":         "ἀἁἂἃἄἅἆἇᾀᾁᾂᾃᾄᾅᾆᾇὰάᾰᾱᾲᾳᾴᾶᾷἐἑἒἓἔἕὲἠἡἢἣἤἥἦἧὴῂῃῄῆῇἰἱἲἳἴἵἶἷὶῐῑῒῖῗὀὁὂὃὄὅὸὐὑὒὓὔὕὖὗὺῠῡῢῦῧὠὡὢὣὤὥὦὧὼῲῳῴῶῷῤῥ",
	"Georgian":             "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ „“«»",
	"Georgian of old":      "ჱჲჳჴჵჶჷჸჹჺ",
}

// signs are those of every language.
const signs = "0123456789 .,:;!?¡¿()[]{}<>/\\|&%‰+-=@#*'\"^_~`" + "–—…•·→←↑↓✓✗×÷±−≤≥≠≈°€£$§№©®™²³½¼¾«»„“”‚‘’‹›\u00a0\u202f\u2009\u2011"

// Given a language, when any of its letters is written, small or capital, then both faces have it.
func TestFacesHaveEveryLetterOfALanguage(t *testing.T) {
	faces := map[string]*sfnt.Font{}
	for name, data := range map[string][]byte{"regular": Regular(), "bold": Bold()} {
		parsed, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		faces[name] = parsed
	}
	need := func(who string, r rune) {
		for name, face := range faces {
			if index, err := face.GlyphIndex(nil, r); err != nil || index == 0 {
				t.Errorf("%s: the %s face has no %q (%U)", who, name, r, r)
			}
		}
	}
	for language, written := range letters {
		for _, r := range "abcdefghijklmnopqrstuvwxyz" + written {
			need(language, r)
			need(language, unicode.ToUpper(r)) // Mtavruli for Georgian, which some programs hand over
			need(language, unicode.ToTitle(r))
		}
	}
	for _, r := range signs {
		need("every language", r)
	}
}

// Given the texts of every language, then both faces have each letter of them.
func TestFacesHaveEveryLetterOfTheTranslations(t *testing.T) {
	files, err := filepath.Glob("../../translations/*/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		missing := map[rune]bool{}
		for _, r := range string(text) {
			if r >= ' ' && !Covers(r) && !missing[r] {
				missing[r] = true
				t.Errorf("%s: no %q (%U)", file, r, r)
			}
		}
	}
}

// Given a letter that no face has, then the sign that Fyne paints for it is as wide as the room it gets, and can be seen.
func TestTheSignForAMissingLetterFillsItsRoom(t *testing.T) {
	for _, isBold := range []bool{false, true} {
		want := Measure("\U0001f600", 100, isBold)
		if got := Measure("\ufffd", 100, isBold); math.Abs(got-want) > 1e-9 || got == 0 {
			t.Errorf("bold %v: the sign is %v wide, its room %v", isBold, got, want)
		}
	}
	face, err := sfnt.Parse(Regular())
	if err != nil {
		t.Fatal(err)
	}
	index, err := face.GlyphIndex(nil, '\ufffd')
	if err != nil || index == 0 {
		t.Fatalf("no sign: %v", err)
	}
	outline, err := face.LoadGlyph(nil, index, 1000<<6, nil)
	if err != nil || len(outline) == 0 {
		t.Errorf("the sign is empty: %v", err)
	}
}
