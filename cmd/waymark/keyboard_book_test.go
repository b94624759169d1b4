//go:build linux

package main

import "slices"

// wholeBook compares all that was typed with what `waymark export` writes, field by field.
func (h *hands) wholeBook() {
	h.begin("everything is in the file")
	lists := h.exported()
	type fields = map[string]any
	id := func(list string, n int) any { return lists[list][n]["id"] }
	items := handsItems()
	want := map[string][]fields{
		"school": {{"name": handsSchool, "type": "basic school, grades 1–9", "address": "Kooli 1, Tõrvaaugu", "owner": "Tõrvaaugu municipality",
			"head": "Mari Maasikas", "currency": "SEK", "logo": "", "current_cycle": id("cycle", 0)}},
		"cycle": {{"name": "Three good years", "start": "2027-09-01", "end": "2030-08-31"}},
		"member": {{"role": "Headteacher", "name": "Mari Maasikas"}, {"role": "Head of studies", "name": ""},
			{"role": "Teacher of crafts", "name": ""}},
		"idea": {{"text": "Pupils ask the questions"}, {"text": "Õpetajad õpivad koos"}, {"text": "Doors are open"}},
		"vision": {{"statement": statement + "\nIn both languages.", "values": "Courage and kindness", "adopted": "2027-06-15",
			"adopted_by": "School board"}},
		"vision_line": {{"text": "Every pupil shows what they can do."}, {"text": "Teachers learn from each other."}},
		"assessment":  {{"framework": "digital", "held": today(), "note": ""}},
		"evidence": {{"judgement": judgementOf(lists["judgement"], items[0].key)["id"], "what": "Notes from lessons", "kept": "Staff room",
			"date": "2027-10-02", "strength": "observed", "confidential": false}},
		"need": {{"text": "Feedback that helps", "judgement": judgementOf(lists["judgement"], items[0].key)["id"], "priority": id("priority", 0)},
			{"text": "A vision that all know", "judgement": judgementOf(lists["judgement"], items[1].key)["id"], "priority": ""},
			{"text": "A quiet room", "judgement": "", "priority": ""}},
		"priority": {{"title": "Feedback that helps", "reason": "It touches every lesson", "impact": 3.0, "effort": 2.0}},
		"goal":     {{"text": "Feedback within a week", "priority": id("priority", 0), "vision_line": id("vision_line", 1)}},
		"indicator": {{"goal": id("goal", 0), "name": "Pupils who know what to do next", "baseline": 40.0, "target": 75.5, "unit": "%",
			"direction": "up", "due": "2030-05-01", "method": "Asked in May"}},
		"measurement": {{"indicator": id("indicator", 0), "date": today(), "value": 52.25, "note": "Autumn"}},
		"action": {{"goal": id("goal", 0), "text": "Observe each other's lessons", "responsible": id("member", 1), "start": "2027-09-15",
			"end": "2027-11-30", "cost": 125050.0, "hours": 12.0, "training": "Observation", "status": "in_progress"},
			{"goal": id("goal", 0), "text": "Agree on a form", "responsible": id("member", 2), "start": "2027-10-01", "end": "2027-12-20",
				"cost": 0.0, "hours": nil, "training": "", "status": "planned"}},
		"review": {{"date": today(), "next": "2028-03-03", "present": "Headteacher, head of studies", "decisions": "Go on as planned"}},
		"check_in": {{"review": id("review", 0), "action": id("action", 0), "status": "in_progress", "confidence": 4.0,
			"note": "Two pairs have begun"}},
	}
	for n, item := range items {
		target := float64(item.target[0] - '0')
		if n == 0 {
			target = 3 // as the room chose
		}
		got := judgementOf(lists["judgement"], item.key)
		h.compare("judgement", n, got, fields{"agreed": float64(item.now[0] - '0'), "target": target, "practice": item.practice,
			"needs": item.needs, "ideas": item.ideas, "votes": 0.0, "not_applicable": false, "dissent": ""})
	}
	if n := len(lists["judgement"]); n != len(items) {
		h.t.Errorf("%d judgements, want %d", n, len(items))
	}
	for list, records := range want {
		if len(lists[list]) != len(records) {
			h.t.Errorf("%d records of %s, want %d: %v", len(lists[list]), list, len(records), lists[list])
			continue
		}
		for n, fields := range records {
			h.compare(list, n, lists[list][n], fields)
		}
	}
}

func judgementOf(judgements []map[string]any, item string) map[string]any {
	n := slices.IndexFunc(judgements, func(j map[string]any) bool { return j["item"] == item })
	if n < 0 {
		return nil
	}
	return judgements[n]
}

func (h *hands) compare(list string, n int, got, want map[string]any) {
	h.t.Helper()
	for field, value := range want {
		if got[field] != value {
			h.t.Errorf("%s %d: %s is %#v, want %#v", list, n+1, field, got[field], value)
		}
	}
}
