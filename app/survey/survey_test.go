package survey_test

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"waymark/app"
	"waymark/app/survey"
)

var items = []survey.Item{
	{Key: "vision.purpose", Element: "vision", Levels: 4, Names: []string{"What technology is for", "How clearly can we say what technology is for?", "Digitehnoloogia otstarve"}},
	{Key: "vision.shared", Element: "vision", Levels: 4, Names: []string{"A shared vision", "How far do we share one picture of our future?", "Ühine visioon"}},
	{Key: "community.sharing", Element: "community", Levels: 3, Names: []string{"Working together", "How do teachers work together and share?"}},
}

// table parts a text into rows at line feeds and cells at |.
func table(text string) [][]string {
	var rows [][]string
	for line := range strings.Lines(text) {
		if line = strings.TrimSuffix(line, "\n"); line == "" {
			rows = append(rows, nil)
		} else {
			rows = append(rows, strings.Split(line, "|"))
		}
	}
	return rows
}

func count(t testing.TB, rows [][]string, m survey.Mapping) survey.Result {
	t.Helper()
	result, err := survey.Count(rows, items, m, survey.DefaultLimit)
	if err != nil {
		t.Fatalf("%v with %+v", app.Sentence(err), m)
	}
	return result
}

// shown lists what was counted, one item of a group a line.
func shown(r survey.Result) []string {
	var all []string
	for _, g := range r.Groups {
		for _, i := range g.Items {
			all = append(all, fmt.Sprintf("%s/%s %d: %s %d %v %.4f", g.Group, g.Part, g.People, i.Item, i.People, i.Levels, i.Mean))
		}
	}
	return all
}

func refused(r survey.Report) []string {
	var all []string
	for _, x := range r.Refused {
		all = append(all, fmt.Sprintf("%d%s %q %s", x.Row, x.Column, x.Value, strings.TrimPrefix(x.Reason.Key, "survey.reason.")))
	}
	return all
}

func notes(r survey.Report) []string {
	var all []string
	for _, n := range r.Notes {
		all = append(all, strings.TrimPrefix(n.Key, "survey.note."))
	}
	return all
}

func TestColumnsAreKnownByKeyNumberAndWords(t *testing.T) {
	for title, want := range map[string]string{
		"vision.purpose": "vision.purpose", "vision_shared": "vision.shared", "VISION-PURPOSE": "vision.purpose",
		"1": "vision.purpose", "Q2": "vision.shared", "q03": "community.sharing", "1.2": "vision.shared", "2.1": "community.sharing", "Küsimus 2": "vision.shared",
		"Q00[SQ003]": "community.sharing", "A shared vision": "vision.shared", "2. Ühine visioon": "vision.shared",
		"How do the teachers work together and share": "community.sharing", "Please rate [Working together]": "community.sharing",
		"1. How old are you?": "", "Timestamp": "", "2026": "", "1.2.3": "", "Q": "", "": "",
	} {
		rows := [][]string{{"Group", title, "x"}, {"Teachers", "2", ""}, {"Parents", "3", ""}, {"Pupils", "1", ""}}
		if got := survey.GuessAs(rows, items, 0, survey.Wide).Columns[1].Item; got != want {
			t.Errorf("%q is taken for %q, want %q", title, got, want)
		}
	}
}

// Given title lines above the header, when the mapping is guessed, then the header is found and rows keep their numbers.
func TestTheHeaderIsFoundBelowTitles(t *testing.T) {
	rows := table("Survey of spring 2026||\nSchool of Nowhere|3 groups|\n\nRole|Class|1.1 What technology is for|Q2|Comments\nTeacher|1-3|4|3|\nTeacher|4-6|9|2|\nPupil|4-6|1|1|\n|4-6|1|1|\n")
	m := survey.Guess(rows, items)
	if m.Header != 3 || m.Layout != survey.Wide {
		t.Fatalf("%+v", m)
	}
	result := count(t, rows, m)
	want := []string{
		"pupils/ 1: vision.purpose 1 [1 0 0 0] 1.0000", "pupils/ 1: vision.shared 1 [1 0 0 0] 1.0000",
		"pupils/4-6 1: vision.purpose 1 [1 0 0 0] 1.0000", "pupils/4-6 1: vision.shared 1 [1 0 0 0] 1.0000",
		"teachers/ 2: vision.purpose 1 [0 0 0 1] 4.0000", "teachers/ 2: vision.shared 2 [0 1 1 0] 2.5000",
		"teachers/1-3 1: vision.purpose 1 [0 0 0 1] 4.0000", "teachers/1-3 1: vision.shared 1 [0 0 1 0] 3.0000",
		"teachers/4-6 1: vision.shared 1 [0 1 0 0] 2.0000",
	}
	if diff := cmp.Diff(want, shown(result)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{`6C "9" outside`, `8 "" no_group`}, refused(result.Report)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if result.Rows != 4 || result.Taken != 3 {
		t.Errorf("%d of %d rows taken", result.Taken, result.Rows)
	}
}

func TestScalesAreProposed(t *testing.T) {
	for _, c := range []struct {
		answers string // of four people to the first item
		want    survey.Scale
	}{
		{"1|2|3|4", survey.Scale{}},
		{"1|2|3|9", survey.Scale{}}, // a slip
		{"5|5|5|1", survey.Scale{From: 1, To: 5}},
		{"0|10|0|7", survey.Scale{From: 0, To: 10}},
		{"45|80|100|12", survey.Scale{From: 1, To: 100}},
		{"Agree|strongly agree|Disagree|don't know", survey.Scale{Words: []survey.Word{{Text: "don't know", None: true}, {Text: "Disagree", Step: 2}, {Text: "Agree", Step: 3}, {Text: "strongly agree", Step: 4}}}},
		{"nii ja naa|täiesti nõus|pigem nõus|täiesti nõus", survey.Scale{From: 1, To: 5, Words: []survey.Word{{Text: "nii ja naa", Step: 3}, {Text: "pigem nõus", Step: 4}, {Text: "täiesti nõus", Step: 5}}}},
		{"4 - väga|3 - üsna|1 - ei|A2", survey.Scale{Words: []survey.Word{{Text: "1 - ei", Step: 1}, {Text: "A2", Step: 2}, {Text: "3 - üsna", Step: 3}, {Text: "4 - väga", Step: 4}}}},
		{"blue|2|3|green", survey.Scale{Words: []survey.Word{{Text: "blue"}, {Text: "green"}}}},
	} {
		rows := [][]string{{"Group", "Q1"}}
		for _, a := range strings.Split(c.answers, "|") {
			rows = append(rows, []string{"Teachers", a})
		}
		got := survey.GuessAs(rows, items, 0, survey.Wide).Scale
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.answers, diff)
		}
	}
}

// Given answers from 0 to 10, when the mapping says so, then the mean is converted linearly and exactly, each answer is put
// to the nearest level, and the report says so.
func TestAnotherScaleIsConvertedOnlyWhenTheMappingSaysSo(t *testing.T) {
	rows := table("Group|Q1\nTeachers|0\nTeachers|5\nTeachers|10\nTeachers|3\n")
	m := survey.GuessAs(rows, items, 0, survey.Wide)
	m.Scale = survey.Scale{From: 0, To: 10}
	result := count(t, rows, m)
	// 0 → 1, 5 → 2.5, 10 → 4, 3 → 1.9; the mean is 9.4/4.
	if diff := cmp.Diff([]string{"teachers/ 4: vision.purpose 4 [1 1 1 1] 2.3500"}, shown(result)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"converted"}, notes(result.Report)); diff != "" {
		t.Error(diff)
	}
	m.Scale = survey.Scale{}
	result = count(t, rows, m)
	if diff := cmp.Diff([]string{`2B "0" outside`, `3B "5" outside`, `4B "10" outside`}, refused(result.Report)); diff != "" || len(result.Report.Notes) > 0 {
		t.Error(diff, result.Report.Notes)
	}
}

func TestWhyCellsAreNotTaken(t *testing.T) {
	rows := table("Group|Q1|Q2|\nTeachers|3,5|2|\nTeachers|maybe|1,0|\nTeachers| |-|\nTeachers|-1|4|x\nCleaners|1|1|\nTeachers|#N/A|1e3|\n")
	m := survey.GuessAs(rows, items, 0, survey.Wide)
	m.Groups["cleaners"] = ""
	m.Scale = survey.Scale{Words: []survey.Word{{Text: "-", None: true}, {Text: "Maybe"}}}
	rows[0] = rows[0][:3]
	result := count(t, rows, m)
	want := []string{`2B "3,5" between`, `3B "maybe" word`, `4 "" nothing`, `5D "x" ragged`, `5B "-1" outside`, `6A "Cleaners" left_out`, `7B "#N/A" not_number`, `7C "1e3" not_number`}
	if diff := cmp.Diff(want, refused(result.Report)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"teachers/ 3: vision.shared 3 [1 1 0 1] 2.3333"}, shown(result)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSharesMayBePerCentFractionsOrCounts(t *testing.T) {
	for shares, want := range map[string]string{
		"10%|20|30,0 %|40": "teachers/ 20: vision.purpose 20 [2 4 6 8] 3.0000",
		"0,1|0,2|0.3|0.4":  "teachers/ 20: vision.purpose 20 [2 4 6 8] 3.0000",
		"2|4|6|8":          "teachers/ 20: vision.purpose 20 [2 4 6 8] 3.0000",
		"33|33|33|":        "teachers/ 20: vision.purpose 20 [7 7 6 0] 1.9500",
		"51|51||":          "teachers/ 20: vision.purpose 20 [10 10 0 0] 1.5000",
		"51|52||":          `2 "" sum`,
		"50|x|50|":         `2D "x" not_number`,
		"-1|51|50|":        `2C "-1" negative`,
		"|||":              `2 "" sum`,
	} {
		rows := table("Group|Question|1|2|3|4|n\nTeachers|What technology is for|" + shares + "|20\nPupils|A shared vision|25|25|25|25|20\n")
		m := survey.Guess(rows, items)
		if m.Layout != survey.Percent {
			t.Fatalf("%s: %+v", shares, m)
		}
		result := count(t, rows, m)
		if got := strings.TrimPrefix(strings.Join(append(shown(result), refused(result.Report)...), "; "), "pupils/ 20: vision.shared 20 [5 5 5 5] 2.5000; "); got != want {
			t.Errorf("%s: %s, want %s", shares, got, want)
		}
	}
}

func TestHowManyAnsweredMayBeSaidOnce(t *testing.T) {
	rows := table("Question|Mean\nWhat technology is for|2,5\nA shared vision|3\nWorking together|3,5\n")
	m := survey.Guess(rows, items)
	m.Group = "parents"
	if got := refused(count(t, rows, m).Report); len(got) != 3 || !strings.HasSuffix(got[0], "people") {
		t.Errorf("without a number: %q", got)
	}
	m.People = 31
	result := count(t, rows, m)
	if diff := cmp.Diff([]string{"parents/ 31: vision.purpose 31 [] 2.5000", "parents/ 31: vision.shared 31 [] 3.0000"}, shown(result)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{`4B "3,5" outside`}, refused(result.Report)); diff != "" { // an item of three levels
		t.Error(diff)
	}
}

// Given remarks of a group, when fewer than the limit wrote, then none is given; from the limit on all are, in another
// order than in the file sooner or later.
func TestRemarksNeedEnoughAuthors(t *testing.T) {
	text := "Group|Q1|Comments\n"
	var written []string
	for i := range 6 {
		written = append(written, "remark "+strconv.Itoa(i))
		text += "Teachers|3|" + written[i] + "\n"
	}
	text += "Teachers|3|\nParents|2|alone\n"
	rows := table(text)
	m := survey.GuessAs(rows, items, 0, survey.Wide)
	shuffled := false
	for limit := survey.LowestLimit; limit <= survey.HighestLimit; limit++ {
		for range 5 {
			result, err := survey.Count(rows, items, m, limit)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, g := range result.Groups {
				for _, r := range g.Remarks {
					if g.Group != "teachers" || r.Authors != 6 {
						t.Fatalf("limit %d: %+v", limit, g)
					}
					got = append(got, r.Texts...)
				}
			}
			if limit > 6 {
				if len(got) > 0 || result.Report.Withheld != 7 {
					t.Fatalf("limit %d shows %q, withholds %d", limit, got, result.Report.Withheld)
				}
				continue
			}
			shuffled = shuffled || !slices.Equal(got, written)
			slices.Sort(got)
			if !slices.Equal(got, written) || result.Report.Withheld != 1 {
				t.Fatalf("limit %d shows %q, withholds %d", limit, got, result.Report.Withheld)
			}
		}
	}
	if !shuffled {
		t.Error("twenty times in the order of the file")
	}
}

// Given one who writes six remarks in a long table, when they are counted, then they are of one author and not shown.
func TestOneWhoWritesMuchIsOneAuthor(t *testing.T) {
	text := "Respondent|Group|Item|Answer\n"
	for i := range 6 {
		text += "v1|Teachers|Comment|text " + strconv.Itoa(i) + "\n"
	}
	for i := range 4 {
		text += "v" + strconv.Itoa(i) + "|Teachers|Q" + strconv.Itoa(i%2+1) + "|3\n"
	}
	rows := table(text)
	result := count(t, rows, survey.GuessAs(rows, items, 0, survey.Long))
	if result.Report.Withheld != 6 || len(result.Groups) != 1 || len(result.Groups[0].Remarks) != 0 || result.Groups[0].People != 4 {
		t.Errorf("%+v", result)
	}
}

func TestTheReportShowsTheFirstAndCountsAll(t *testing.T) {
	rows := [][]string{{"Group", "Q1"}}
	for range 1000 {
		rows = append(rows, []string{"Teachers", "7"})
	}
	m := survey.GuessAs(rows, items, 0, survey.Wide)
	m.Scale = survey.Scale{}
	if r := count(t, rows, m).Report; len(r.Refused) != 200 || r.Total != 1000 {
		t.Errorf("%d shown of %d", len(r.Refused), r.Total)
	}
}

func TestAMappingThatCannotBeReadByIsToldWithASentence(t *testing.T) {
	rows := table("Group|Q1|Q2\nTeachers|1|2\n")
	for want, change := range map[string]func(m *survey.Mapping, limit *int){
		"survey.map.lacks.wide":    func(m *survey.Mapping, _ *int) { m.Columns[1].Role, m.Columns[2].Role = survey.Ignored, survey.Ignored },
		"survey.map.lacks.long":    func(m *survey.Mapping, _ *int) { m.Layout = survey.Long },
		"survey.map.lacks.percent": func(m *survey.Mapping, _ *int) { m.Layout = survey.Percent },
		"survey.map.lacks.means":   func(m *survey.Mapping, _ *int) { m.Layout = survey.Means },
		"survey.map.layout":        func(m *survey.Mapping, _ *int) { m.Layout = "round" },
		"survey.map.twice":         func(m *survey.Mapping, _ *int) { m.Columns[1].Role = survey.Group },
		"survey.map.same":          func(m *survey.Mapping, _ *int) { m.Columns[2] = m.Columns[1] },
		"survey.map.item":          func(m *survey.Mapping, _ *int) { m.Columns[2].Item = "" },
		"survey.map.scale":         func(m *survey.Mapping, _ *int) { m.Scale = survey.Scale{From: 5, To: 1} },
		"survey.map.limit":         func(_ *survey.Mapping, limit *int) { *limit = 2 },
	} {
		m, limit := survey.GuessAs(rows, items, 0, survey.Wide), 5
		change(&m, &limit)
		if _, err := survey.Count(rows, items, m, limit); app.KindOf(err) != app.KindInvalid || app.Sentence(err).Key != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	many := [][]string{{"Group", "Q1"}}
	for i := range 100 {
		many = append(many, []string{"Mari " + strconv.Itoa(i), "2"})
	}
	m := survey.Mapping{Layout: survey.Wide, Columns: []survey.Column{{Role: survey.Group}, {Role: survey.Answers, Item: "vision.purpose"}}}
	if _, err := survey.Count(many, items, m, 5); app.Sentence(err).Key != "survey.map.groups" {
		t.Errorf("a hundred groups: %v", err)
	}
}

// Given names, addresses and times beside the answers, when the mapping is guessed, then they are left out, and the preview
// shows nothing of them.
func TestWhoAnsweredIsLeftOut(t *testing.T) {
	rows := table("Timestamp|Name|Contact|Group|Q1|Comments\n1.9.2026 10:00|Mari Maasikas|mari@kool.ee|Teachers|4|A long remark about everything in our school\n1.9.2026 11:00|Jüri Juurikas|jyri@kool.ee|Teachers|3|Another long remark, also about our school\n")
	m := survey.Guess(rows, items)
	var roles []survey.Role
	for _, c := range m.Columns {
		roles = append(roles, c.Role)
	}
	if diff := cmp.Diff([]survey.Role{survey.Ignored, survey.Ignored, survey.Ignored, survey.Group, survey.Answers, survey.Remarks}, roles); diff != "" {
		t.Error(diff)
	}
	for _, g := range survey.Look(rows, m) {
		if shows := len(g.Values) > 0; shows != (g.Title == "Group" || g.Title == "Q1") {
			t.Errorf("%s shows %q", g.Title, g.Values)
		}
	}
}

// Given people with random answers, when the same answers come wide and long, then both are counted as by hand.
func TestWideAndLongGiveTheSameCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		wide, long := [][]string{{"Group", "Q1", "Q2", "Q3"}}, [][]string{{"Respondent", "Group", "Item", "Answer"}}
		type key struct{ group, item string }
		byHand := map[key][]int{}
		for i := range rapid.IntRange(1, 40).Draw(t, "people") {
			group := rapid.SampledFrom([]string{"teachers", "pupils"}).Draw(t, "group")
			row := []string{group}
			for q, item := range items {
				level := rapid.IntRange(0, item.Levels).Draw(t, "answer")
				if level == 0 {
					row = append(row, "")
					continue
				}
				row = append(row, strconv.Itoa(level))
				long = append(long, []string{"v" + strconv.Itoa(i), group, "Q" + strconv.Itoa(q+1), strconv.Itoa(level)})
				k := key{group, item.Key}
				if byHand[k] == nil {
					byHand[k] = make([]int, item.Levels)
				}
				byHand[k][level-1]++
			}
			wide = append(wide, row)
		}
		for layout, rows := range map[survey.Layout][][]string{survey.Wide: wide, survey.Long: long} {
			m := survey.GuessAs(rows, items, 0, layout)
			m.Scale = survey.Scale{}
			if len(rows) < 2 || layout == survey.Long && m.Columns[2].Role != survey.ItemName {
				continue
			}
			result, err := survey.Count(rows, items, m, 5)
			if err != nil {
				t.Fatalf("%s: %v %+v", layout, err, m)
			}
			got := map[key][]int{}
			for _, g := range result.Groups {
				for _, i := range g.Items {
					got[key{g.Group, i.Item}] = i.Levels
					sum := 0
					for level, n := range i.Levels {
						sum += (level + 1) * n
					}
					if math.Abs(i.Mean-float64(sum)/float64(i.People)) > 1e-12 {
						t.Fatalf("%+v", i)
					}
				}
			}
			if diff := cmp.Diff(byHand, got); diff != "" {
				t.Fatalf("%s (-by hand +got):\n%s", layout, diff)
			}
		}
	})
}

// Given any table, when it is guessed and counted in every layout, then nothing panics, no raw count exceeds the rows, each
// distribution adds up to the people, and each mean is a level.
func FuzzGuessAndCount(f *testing.F) {
	for _, text := range []string{
		"Group|Q1|Q2|Comments\nTeachers|4|3|x\nPupils|5|agree|\n", "Respondent|Group|Item|Answer\nv1|Teachers|Q1|3\nv1|Teachers|Q1|3\n",
		"T||\n\nGroup|Item|1|2|3|4|n\nTeachers|A shared vision|10%|20%|30%|40%|12\n", "Item|Mean|n\nQ1|3,5|9\nQ2|88|1\n", "|||\n1|2|3\n", "Q1|Q1|Q01|1.1\n1|A4|4 - x|NaN\n",
	} {
		f.Add(text, 0, 5, 0)
	}
	f.Add("Q1\n-1\n1e9\n", 0, 0, 10)
	f.Fuzz(func(t *testing.T, text string, header, limit, to int) {
		rows := table(text)
		guess := survey.Guess(rows, items)
		for _, m := range []survey.Mapping{guess, survey.GuessAs(rows, items, header%20, survey.Wide), survey.GuessAs(rows, items, header%20, survey.Long),
			survey.GuessAs(rows, items, header%20, survey.Percent), survey.GuessAs(rows, items, header%20, survey.Means)} {
			m.Group = "teachers"
			if to != 0 {
				m.Scale.From, m.Scale.To = header%7, to%120
			}
			m = survey.Complete(rows, items, m)
			survey.Look(rows, m)
			result, err := survey.Count(rows, items, m, limit)
			if err != nil {
				if app.KindOf(err) != app.KindInvalid {
					t.Fatal(err)
				}
				continue
			}
			if result.Taken > result.Rows || result.Rows > len(rows) || len(result.Report.Refused) > result.Report.Total {
				t.Fatalf("%+v", result)
			}
			raw := m.Layout == survey.Wide || m.Layout == survey.Long
			for _, g := range result.Groups {
				if raw && g.People > len(rows) {
					t.Fatalf("%d people in %d rows", g.People, len(rows))
				}
				for _, i := range g.Items {
					sum := 0
					for _, n := range i.Levels {
						sum += n
					}
					if raw && i.People > len(rows) || i.Levels != nil && sum != i.People || i.People > g.People || !(i.Mean >= 1-1e-9 && i.Mean <= 4+1e-9) {
						t.Fatalf("%+v", i)
					}
				}
				for _, r := range g.Remarks {
					if r.Authors < limit || len(r.Texts) > len(rows) {
						t.Fatalf("%+v", r)
					}
				}
			}
		}
	})
}
