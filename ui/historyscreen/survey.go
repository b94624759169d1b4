package historyscreen

import "waymark/app"

// ofSurvey names what came of a survey and has no name of its own; ok is false for anything else, and for what belongs to
// something that nobody knows any more.
func (t teller) ofSurvey(r app.Record) (what string, ok bool) {
	switch r := r.(type) {
	case app.Survey:
		if r.Held.IsZero() {
			return t.say("history.what.survey_undated", "group", t.group(r)), true
		}
		return t.say("history.what.survey", "group", t.group(r), "date", t.words.ShortDate(r.Held)), true
	case app.SurveyMean:
		s, _ := t.memory.Record(app.KindSurvey, string(r.Survey)).(app.Survey)
		if a, ok := t.memory.Record(app.KindAssessment, string(s.Assessment)).(app.Assessment); ok {
			return t.say("history.what.survey_mean", "group", t.group(s), "name", t.itemOf(a, r.Item)), true
		}
	}
	return "", false
}

// group names a group, with the part of it that was asked.
func (t teller) group(s app.Survey) string {
	group := t.words.Text(app.GroupName(s.Group))
	if s.Part != "" {
		group += " (" + s.Part + ")"
	}
	return group
}
