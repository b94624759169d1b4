package survey

import (
	"slices"
	"strings"
	"unicode"

	"waymark/app"
)

// This file holds the words by which survey programs and schools call things, in English and Estonian. They are read, not
// shown.

// groupStems are the beginnings of words for groups; an earlier one wins.
var groupStems = []struct {
	stem  string
	group app.Group
}{
	{"lapsevanem", app.Parents}, {"vanema", app.Parents}, {"parent", app.Parents}, {"guardian", app.Parents}, {"hooldaja", app.Parents},
	{"juht", app.Leadership}, {"direktor", app.Leadership}, {"leader", app.Leadership}, {"manage", app.Leadership}, {"head", app.Leadership},
	{"principal", app.Leadership}, {"õppealajuht", app.Leadership},
	{"õpetaja", app.Teachers}, {"teach", app.Teachers}, {"pedagoog", app.Teachers},
	{"õpila", app.Pupils}, {"pupil", app.Pupils}, {"student", app.Pupils}, {"learner", app.Pupils},
	{"kogukon", app.Community}, {"communit", app.Community}, {"hoolekog", app.Community}, {"partner", app.Community},
}

// titles are what columns are called, by role. A title fits when it is one of the words, or begins with one and a space.
var titles = []struct {
	role  Role
	words []string
}{
	{People, []string{"n", "count", "responses", "respondents", "answers (n)", "number of respondents", "number of answers", "number of people",
		"vastajaid", "vastajate arv", "vastanuid", "vastanute arv", "vastuste arv", "arv", "people"}},
	{Mean, []string{"mean", "average", "avg", "m", "keskmine", "keskmine hinnang", "aritmeetiline keskmine"}},
	{Respondent, []string{"id", "respondent", "response id", "respondent id", "vastaja", "vastaja id", "vastaja kood", "vastuse id", "token"}},
	{Group, []string{"group", "role", "your role", "i am", "who are you", "respondent group", "rühm", "grupp", "roll", "sinu roll", "sihtrühm",
		"vastajate rühm", "vastajarühm", "kes sa oled", "kes te olete", "olen", "mina olen"}},
	{Part, []string{"part", "subgroup", "sub-group", "class", "grade", "school stage", "stage", "alarühm", "klass", "kooliaste", "aste", "osa",
		"your class", "sinu klass", "sinu kooliaste"}},
	{ItemName, []string{"item", "question", "statement", "indicator", "küsimus", "väide", "näitaja", "aspekt", "nr", "no", "no."}},
	{Answer, []string{"answer", "response", "value", "score", "rating", "level", "vastus", "hinnang", "hinne", "tase", "väärtus"}},
}

// roleOf returns what a title says the column holds; empty when it says nothing known.
func roleOf(title string) Role {
	title = strings.Trim(Fold(title), " .:?!*")
	for _, t := range titles {
		if slices.Contains(t.words, title) {
			return t.role
		}
	}
	for _, t := range titles {
		for _, word := range t.words {
			if len(word) > 3 && strings.HasPrefix(title, word+" ") && len(title) < 40 && t.role != Answer {
				return t.role
			}
		}
	}
	return ""
}

// personal are titles of columns that say who answered, or when; nothing of them is ever taken by itself.
var personal = []string{"name", "first name", "last name", "nimi", "eesnimi", "perekonnanimi", "e-mail", "email", "e-mail address", "email address",
	"e-post", "e-posti aadress", "meiliaadress", "username", "kasutajanimi", "ip", "ip address", "ip-aadress", "phone", "telefon", "timestamp", "ajatempel",
	"start time", "completion time", "algusaeg", "lõpetamise aeg", "lõpuaeg", "date", "kuupäev", "isikukood"}

// private tells whether a column says who answered.
func private(s seen) bool {
	if slices.Contains(personal, strings.Trim(Fold(s.title), " .:?!*")) {
		return true
	}
	for v := range s.values {
		if strings.Contains(v, "@") && !strings.Contains(v, " ") {
			return true
		}
	}
	return false
}

// remarkWords are words in titles that ask for free text.
var remarkWords = []string{"comment", "remark", "in your own words", "anything else", "what else", "why ", "suggest", "feedback",
	"kommentaar", "märkus", "oma sõnadega", "mida veel", "veel midagi", "miks ", "soovi", "ettepanek", "tagasiside", "mõtted"}

func remarkTitle(title string) bool {
	title = Fold(title) + " "
	return slices.ContainsFunc(remarkWords, func(w string) bool { return strings.Contains(title, w) })
}

// noAnswer are words that stand for no answer.
var noAnswer = []string{"-", "–", "—", "n/a", "na", "don't know", "do not know", "i don't know", "don’t know", "i don’t know", "cannot say", "can't say", "not applicable",
	"no answer", "no opinion", "ei tea", "ma ei tea", "ei oska öelda", "ei oska vastata", "ei ole kohaldatav", "ei kohaldu", "ei vasta", "vastamata", "puudub arvamus"}

// scales are the usual scales in words, lowest first; each step with the ways to say it. A longer one with the same words
// comes after a shorter one.
var scales = [][][]string{
	{
		{"strongly disagree", "completely disagree", "totally disagree", "ei nõustu üldse", "üldse ei nõustu", "ei ole üldse nõus", "üldse ei ole nõus", "pole üldse nõus", "täiesti vastu"},
		{"disagree", "rather disagree", "somewhat disagree", "pigem ei nõustu", "pigem ei ole nõus", "pigem pole nõus", "ei nõustu", "ei ole nõus"},
		{"agree", "rather agree", "somewhat agree", "pigem nõustun", "pigem nõus", "olen pigem nõus", "nõustun", "nõus", "olen nõus"},
		{"strongly agree", "completely agree", "totally agree", "nõustun täielikult", "täielikult nõus", "täiesti nõus", "olen täiesti nõus", "nõustun täiesti"},
	},
	{
		{"strongly disagree", "completely disagree", "totally disagree", "ei nõustu üldse", "üldse ei nõustu", "ei ole üldse nõus", "üldse ei ole nõus", "pole üldse nõus", "täiesti vastu"},
		{"disagree", "rather disagree", "somewhat disagree", "pigem ei nõustu", "pigem ei ole nõus", "pigem pole nõus", "ei nõustu", "ei ole nõus"},
		{"neutral", "neither agree nor disagree", "neither", "nii ja naa", "neutraalne", "ei nõustu ega vaidle vastu", "nii ja nii"},
		{"agree", "rather agree", "somewhat agree", "pigem nõustun", "pigem nõus", "olen pigem nõus", "nõustun", "nõus", "olen nõus"},
		{"strongly agree", "completely agree", "totally agree", "nõustun täielikult", "täielikult nõus", "täiesti nõus", "olen täiesti nõus", "nõustun täiesti"},
	},
	{{"never", "mitte kunagi"}, {"rarely", "seldom", "harva"}, {"often", "sageli", "tihti"}, {"always", "alati"}},
	{{"never", "mitte kunagi"}, {"rarely", "seldom", "harva"}, {"sometimes", "mõnikord", "vahel"}, {"often", "sageli", "tihti"}, {"always", "alati"}},
	{{"no", "ei"}, {"rather no", "pigem ei"}, {"rather yes", "pigem jah"}, {"yes", "jah"}},
	{{"no", "ei"}, {"partly", "osaliselt"}, {"yes", "jah"}},
	{{"no", "ei"}, {"yes", "jah"}},
	{{"very poor", "väga halb", "väga halvasti"}, {"poor", "halb", "halvasti"}, {"good", "hea", "hästi"}, {"very good", "väga hea", "väga hästi"}},
}

// stepOf returns the step that the title of a column of shares names, such as 3, "Level 3" or "3 (%)", or a word of a scale;
// 0 when it names none.
func stepOf(title string) int {
	title = Fold(title)
	for _, noise := range []string{"(%)", "%", "level", "tase", "aste", "score", "hinnang"} {
		title = strings.TrimSpace(strings.ReplaceAll(title, noise, " "))
	}
	title = strings.Trim(title, " .:=()")
	if n, ok := whole(title, 1, 10); ok {
		return n
	}
	if n, rest := leadingNumber(title); n >= 1 && n <= 10 && rest != "" && !strings.ContainsFunc(rest[:1], unicode.IsDigit) && len(title) < 40 && scaleWord(rest) > 0 {
		return n
	}
	return scaleWord(title)
}

// scaleWord returns the step of a word in the first scale that has it; 0 when none has.
func scaleWord(word string) int {
	word = strings.Trim(word, " -–—.:=()")
	for _, scale := range scales {
		for i, ways := range scale {
			if slices.Contains(ways, word) {
				return i + 1
			}
		}
	}
	return 0
}

// leadingNumber splits a text such as "4 – strongly agree" into its whole number and the rest; -1 when it begins with none.
func leadingNumber(text string) (int, string) {
	end := 0
	for end < len(text) && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	if end == 0 || end > 3 {
		return -1, text
	}
	n, _ := whole(text[:end], 0, 999)
	return n, strings.TrimSpace(text[end:])
}
