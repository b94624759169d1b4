package activity

import (
	"reflect"

	"waymark/app"
)

// Reference is a field of a kind of record that points to another record.
type Reference struct {
	Column string // as in Field.Name
	To     app.Kind
	Needed bool // no record of the kind is without what this points to: it goes with it, see app.Remove
}

// References lists the fields of a kind that point to other records.
func References(kind app.Kind) []Reference {
	needs := func(column string, to app.Kind) Reference { return Reference{column, to, true} }
	may := func(column string, to app.Kind) Reference { return Reference{column, to, false} }
	switch kind {
	case app.KindSchool:
		return []Reference{may("current_cycle", app.KindCycle)}
	case app.KindQuestion, app.KindTheme, app.KindDotVote, app.KindPerspective, app.KindDraft, app.KindVision, app.KindVisionLine,
		app.KindVisionVersion, app.KindTimeBox, app.KindAssessment, app.KindPriority, app.KindReview:
		return []Reference{needs("cycle", app.KindCycle)}
	case app.KindIdea:
		return []Reference{needs("cycle", app.KindCycle), may("question", app.KindQuestion), may("theme", app.KindTheme)}
	case app.KindDotCount:
		return []Reference{needs("vote", app.KindDotVote), needs("theme", app.KindTheme)}
	case app.KindSupport:
		return []Reference{needs("draft", app.KindDraft)}
	case app.KindOwnElement:
		return []Reference{needs("framework", app.KindOwnFramework)}
	case app.KindOwnItem:
		return []Reference{needs("element", app.KindOwnElement)}
	case app.KindSurvey:
		return []Reference{needs("assessment", app.KindAssessment)}
	case app.KindSurveyMean, app.KindRemark:
		return []Reference{needs("survey", app.KindSurvey)}
	case app.KindJudgement:
		return []Reference{needs("assessment", app.KindAssessment)}
	case app.KindEvidence:
		return []Reference{needs("judgement", app.KindJudgement)}
	case app.KindNeed:
		return []Reference{needs("cycle", app.KindCycle), may("judgement", app.KindJudgement), may("priority", app.KindPriority)}
	case app.KindGoal:
		return []Reference{needs("priority", app.KindPriority), may("vision_line", app.KindVisionLine)}
	case app.KindIndicator:
		return []Reference{needs("goal", app.KindGoal)}
	case app.KindMeasurement:
		return []Reference{needs("indicator", app.KindIndicator)}
	case app.KindAction:
		return []Reference{needs("goal", app.KindGoal), may("responsible", app.KindMember)}
	case app.KindCheckIn:
		return []Reference{needs("action", app.KindAction), needs("review", app.KindReview)}
	}
	return nil
}

// reference returns the reference of a kind that is kept in a column, and whether there is one.
func referenceIn(kind app.Kind, column string) (Reference, bool) {
	for _, r := range References(kind) {
		if r.Column == column {
			return r, true
		}
	}
	return Reference{}, false
}

// target returns the ID that a record has in a column, empty when it points nowhere.
func target(r app.Record, column string) string {
	v := reflect.ValueOf(r)
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("json") == column {
			return v.Field(i).String()
		}
	}
	return ""
}

// pointing returns the record with its reference in a column pointing to an ID, or nowhere.
func pointing(r app.Record, column, id string) app.Record {
	v := reflect.New(reflect.TypeOf(r)).Elem()
	v.Set(reflect.ValueOf(r))
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("json") == column {
			v.Field(i).SetString(id)
		}
	}
	return v.Interface().(app.Record)
}

// pointed returns the ID that one side of a logged reference holds.
func pointed(side any) string {
	if v := reflect.ValueOf(side); v.Kind() == reflect.String {
		return v.String()
	}
	return ""
}
