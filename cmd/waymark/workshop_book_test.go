//go:build linux

package main

import "strings"

// wholeBook compares all that came of the workshop with what `waymark export` writes, field by field.
func (w visionByMouse) wholeBook() {
	h := &hands{t: w.t, binary: w.binary, file: w.file}
	lists := h.exported()
	type fields = map[string]any
	id := func(list, field, text string) any {
		for _, r := range lists[list] {
			if r[field] == text {
				return r["id"]
			}
		}
		w.t.Errorf("no %s reads %q", list, text)
		return nil
	}
	first, second := lists["question"][0]["id"], lists["question"][1]["id"]
	courage, together := id("theme", "name", "Courage"), id("theme", "name", "Together")
	version := func(number float64, statement, body, minutes, heard string) fields {
		return fields{"number": number, "statement": statement, "values": "Courage and kindness", "lines": "Doors are open.\nPupils ask.\nTeachers learn.",
			"adopted": today(), "adopted_by": body, "minutes": minutes, "heard": heard}
	}
	want := map[string][]fields{
		"question": {{"position": 1.0}, {"position": 2.0}, {"position": 3.0}, {"position": 4.0}, {"position": 5.0}},
		"theme":    {{"name": "Courage", "colour": 0.0}, {"name": "Together", "colour": 1.0}},
		"dot_vote": {{"held": today(), "voters": 3.0, "dots": 2.0, "round": 1.0}},
		"perspective": {
			{"group": "pupils", "seen": "We ask in every lesson", "like": "Hands are up", "unlike": "One asks, all wait"},
			{"group": "community", "seen": "The doors are open", "like": "", "unlike": ""}},
		"draft": {{"text": firstDraft}, {"text": secondDraft}},
		"vision": {{"statement": secondDraft, "values": "Courage and kindness", "adopted": today(), "adopted_by": "Teachers' council", "minutes": "",
			"heard": ""}},
		"vision_line":    {{"text": "Doors are open."}, {"text": "Pupils ask."}, {"text": "Teachers learn."}},
		"vision_version": {version(1, firstDraft, "School board", "7-2", "Pupils, parents"), version(2, secondDraft, "Teachers' council", "", "")},
	}
	for list, records := range want {
		if len(lists[list]) != len(records) {
			w.t.Errorf("%d records of %s, want %d: %v", len(lists[list]), list, len(records), lists[list])
			continue
		}
		for n, fields := range records {
			h.compare(list, n, lists[list][n], fields)
		}
	}
	in := map[any][]any{}
	for _, idea := range lists["idea"] {
		in[idea["theme"]] = append(in[idea["theme"]], idea["text"])
		answers, role := first, ""
		switch idea["text"] {
		case "Teachers learn in pairs", "Žürii of pupils", "Friends help":
			answers, role = second, "pupils"
		}
		h.compare("idea", 0, idea, fields{"question": answers, "role": role, "also": ""})
	}
	h.compare("themes", 0, fields{"Courage": said(in[courage]), "Together": said(in[together]), "free": said(in[""])}, fields{
		"Courage":  "Bold questions, Open doors, Less noise",
		"Together": "Õues õppimine, Žürii of pupils, Teachers learn in pairs",
		"free":     "Friends help"})
	dots := map[any]any{}
	for _, c := range lists["dot_count"] {
		dots[c["theme"]] = c["dots"]
		h.compare("dot_count", 0, c, fields{"vote": lists["dot_vote"][0]["id"]})
	}
	h.compare("dots", 0, fields{"Courage": dots[courage], "Together": dots[together]}, fields{"Courage": 3.0, "Together": 2.0})
}

// said joins texts.
func said(texts []any) string {
	var all []string
	for _, t := range texts {
		all = append(all, t.(string))
	}
	return strings.Join(all, ", ")
}
