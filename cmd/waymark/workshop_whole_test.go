//go:build linux

package main

import (
	"slices"
	"strings"

	"waymark/app"
	"waymark/app/vision"
)

// wholeVision compares all that the workshop left with what `waymark export` writes, field by field.
func (w *visionOnWall) wholeVision() {
	w.t.Helper()
	w.begin("everything is in the file")
	lists := w.exported()
	type fields = map[string]any
	id := func(list string, n int) any {
		if n >= len(lists[list]) {
			return "missing"
		}
		return lists[list][n]["id"]
	}
	with := func(list, field string, value any) map[string]any {
		n := slices.IndexFunc(lists[list], func(r map[string]any) bool { return r[field] == value })
		if n < 0 {
			return nil
		}
		return lists[list][n]
	}
	cycle := id("cycle", 0)
	want := map[string][]fields{
		"dot_vote": {{"cycle": cycle, "held": today(), "voters": 8.0, "dots": 3.0, "round": 1.0}},
		"support": {{"draft": id("draft", 1), "held": today(), "one": 0.0, "two": 1.0, "three": 1.0, "four": 3.0, "five": 3.0,
			"better": ""}},
		"vision": {{"cycle": cycle, "statement": workshopDrafts[1], "values": workshopValues, "adopted": today(),
			"adopted_by": workshopBody, "minutes": "", "heard": ""}},
		"vision_version": {{"cycle": cycle, "number": 1.0, "statement": workshopDrafts[1], "values": workshopValues,
			"lines": strings.Join(workshopLines, "\n"), "adopted": today(), "adopted_by": workshopBody, "minutes": "", "heard": ""}},
		"time_box": {}, "goal": {}, "assessment": {},
	}
	for _, text := range workshopDrafts {
		want["draft"] = append(want["draft"], fields{"cycle": cycle, "text": text})
	}
	for _, text := range workshopLines {
		want["vision_line"] = append(want["vision_line"], fields{"cycle": cycle, "text": text})
	}
	for n, name := range workshopThemes {
		want["theme"] = append(want["theme"], fields{"cycle": cycle, "name": name, "colour": float64(n)})
	}
	for _, q := range vision.Shipped() {
		want["question"] = append(want["question"], fields{"cycle": cycle, "text": w.words().Text(q)})
	}
	for list, records := range want {
		if len(lists[list]) != len(records) {
			w.t.Errorf("%d records of %s, want %d: %v", len(lists[list]), list, len(records), lists[list])
			continue
		}
		for n, fields := range records {
			w.compare(list, n, lists[list][n], fields)
		}
	}
	for n, text := range workshopIdeas {
		theme := id("theme", n%len(workshopThemes))
		if n == len(workshopIdeas)-1 {
			theme = ""
		}
		w.compare("idea", n, with("idea", "text", text), fields{"cycle": cycle, "question": id("question", n/3), "theme": theme,
			"role": "", "also": ""})
	}
	for n, dots := range dotted() {
		w.compare("dot_count", n, with("dot_count", "theme", id("theme", n)), fields{"vote": id("dot_vote", 0), "dots": float64(dots)})
	}
	for n, g := range app.Groups() {
		seen := workshopSees[n]
		if n == 0 {
			seen += "\n" + workshopHeard
		}
		w.compare("perspective", n, with("perspective", "group", string(g)), fields{"cycle": cycle, "seen": seen, "like": "", "unlike": ""})
	}
	for list, n := range map[string]int{"idea": len(workshopIdeas), "dot_count": len(workshopThemes), "perspective": len(app.Groups())} {
		if len(lists[list]) != n {
			w.t.Errorf("%d records of %s, want %d", len(lists[list]), list, n)
		}
	}
	w.columns()
}

// columns compares the order of the cards on the board.
func (w *visionOnWall) columns() {
	w.t.Helper()
	book := w.book()
	for n, column := range vision.BoardOf(book, book.Current().ID).Columns {
		var got, want []string
		for _, idea := range column.Ideas {
			got = append(got, idea.Text)
		}
		for i := n; i < len(workshopIdeas)-1; i += len(workshopThemes) {
			want = append(want, workshopIdeas[i])
		}
		if !slices.Equal(got, want) {
			w.t.Errorf("%s holds %q, want %q", column.Theme.Name, got, want)
		}
	}
}
