package app

import (
	"cmp"
	"slices"
	"strings"
)

// The kinds of record, parents before children.
const (
	KindSchool        Kind = "school"
	KindCycle         Kind = "cycle"
	KindMember        Kind = "member"
	KindQuestion      Kind = "question"
	KindTheme         Kind = "theme"
	KindIdea          Kind = "idea"
	KindDotVote       Kind = "dot_vote"
	KindDotCount      Kind = "dot_count"
	KindPerspective   Kind = "perspective"
	KindDraft         Kind = "draft"
	KindSupport       Kind = "support"
	KindVision        Kind = "vision"
	KindVisionLine    Kind = "vision_line"
	KindVisionVersion Kind = "vision_version"
	KindTimeBox       Kind = "time_box"
	KindOwnFramework  Kind = "own_framework"
	KindOwnElement    Kind = "own_element"
	KindOwnItem       Kind = "own_item"
	KindAssessment    Kind = "assessment"
	KindJudgement     Kind = "judgement"
	KindEvidence      Kind = "evidence"
	KindSurvey        Kind = "survey"
	KindSurveyMean    Kind = "survey_mean"
	KindRemark        Kind = "remark"
	KindPriority      Kind = "priority"
	KindNeed          Kind = "need"
	KindGoal          Kind = "goal"
	KindIndicator     Kind = "indicator"
	KindMeasurement   Kind = "measurement"
	KindAction        Kind = "action"
	KindReview        Kind = "review"
	KindCheckIn       Kind = "check_in"
)

func (r School) RecordKind() Kind        { return KindSchool }
func (r Cycle) RecordKind() Kind         { return KindCycle }
func (r Member) RecordKind() Kind        { return KindMember }
func (r Question) RecordKind() Kind      { return KindQuestion }
func (r Theme) RecordKind() Kind         { return KindTheme }
func (r Idea) RecordKind() Kind          { return KindIdea }
func (r DotVote) RecordKind() Kind       { return KindDotVote }
func (r DotCount) RecordKind() Kind      { return KindDotCount }
func (r Perspective) RecordKind() Kind   { return KindPerspective }
func (r Draft) RecordKind() Kind         { return KindDraft }
func (r Support) RecordKind() Kind       { return KindSupport }
func (r Vision) RecordKind() Kind        { return KindVision }
func (r VisionLine) RecordKind() Kind    { return KindVisionLine }
func (r VisionVersion) RecordKind() Kind { return KindVisionVersion }
func (r TimeBox) RecordKind() Kind       { return KindTimeBox }
func (r OwnFramework) RecordKind() Kind  { return KindOwnFramework }
func (r OwnElement) RecordKind() Kind    { return KindOwnElement }
func (r OwnItem) RecordKind() Kind       { return KindOwnItem }
func (r Assessment) RecordKind() Kind    { return KindAssessment }
func (r Judgement) RecordKind() Kind     { return KindJudgement }
func (r Evidence) RecordKind() Kind      { return KindEvidence }
func (r Survey) RecordKind() Kind        { return KindSurvey }
func (r SurveyMean) RecordKind() Kind    { return KindSurveyMean }
func (r Remark) RecordKind() Kind        { return KindRemark }
func (r Priority) RecordKind() Kind      { return KindPriority }
func (r Need) RecordKind() Kind          { return KindNeed }
func (r Goal) RecordKind() Kind          { return KindGoal }
func (r Indicator) RecordKind() Kind     { return KindIndicator }
func (r Measurement) RecordKind() Kind   { return KindMeasurement }
func (r Action) RecordKind() Kind        { return KindAction }
func (r Review) RecordKind() Kind        { return KindReview }
func (r CheckIn) RecordKind() Kind       { return KindCheckIn }

func (r School) RecordID() string        { return string(r.ID) }
func (r Cycle) RecordID() string         { return string(r.ID) }
func (r Member) RecordID() string        { return string(r.ID) }
func (r Question) RecordID() string      { return string(r.ID) }
func (r Theme) RecordID() string         { return string(r.ID) }
func (r Idea) RecordID() string          { return string(r.ID) }
func (r DotVote) RecordID() string       { return string(r.ID) }
func (r DotCount) RecordID() string      { return string(r.ID) }
func (r Perspective) RecordID() string   { return string(r.ID) }
func (r Draft) RecordID() string         { return string(r.ID) }
func (r Support) RecordID() string       { return string(r.ID) }
func (r Vision) RecordID() string        { return string(r.ID) }
func (r VisionLine) RecordID() string    { return string(r.ID) }
func (r VisionVersion) RecordID() string { return string(r.ID) }
func (r TimeBox) RecordID() string       { return string(r.ID) }
func (r OwnFramework) RecordID() string  { return string(r.ID) }
func (r OwnElement) RecordID() string    { return string(r.ID) }
func (r OwnItem) RecordID() string       { return string(r.ID) }
func (r Assessment) RecordID() string    { return string(r.ID) }
func (r Judgement) RecordID() string     { return string(r.ID) }
func (r Evidence) RecordID() string      { return string(r.ID) }
func (r Survey) RecordID() string        { return string(r.ID) }
func (r SurveyMean) RecordID() string    { return string(r.ID) }
func (r Remark) RecordID() string        { return string(r.ID) }
func (r Priority) RecordID() string      { return string(r.ID) }
func (r Need) RecordID() string          { return string(r.ID) }
func (r Goal) RecordID() string          { return string(r.ID) }
func (r Indicator) RecordID() string     { return string(r.ID) }
func (r Measurement) RecordID() string   { return string(r.ID) }
func (r Action) RecordID() string        { return string(r.ID) }
func (r Review) RecordID() string        { return string(r.ID) }
func (r CheckIn) RecordID() string       { return string(r.ID) }

// The order in which a book keeps its records. It depends on stored fields alone, so a reopened file has the same order.

func byID[R Record](a, b R) int { return strings.Compare(a.RecordID(), b.RecordID()) }

func orderCycle(a, b Cycle) int       { return cmp.Or(a.Start.Compare(b.Start), byID(a, b)) }
func orderMember(a, b Member) int     { return cmp.Or(a.Position-b.Position, byID(a, b)) }
func orderQuestion(a, b Question) int { return cmp.Or(a.Position-b.Position, byID(a, b)) }
func orderTheme(a, b Theme) int       { return cmp.Or(a.Position-b.Position, byID(a, b)) }
func orderDotVote(a, b DotVote) int   { return cmp.Or(a.Round-b.Round, byID(a, b)) }
func orderPerspective(a, b Perspective) int {
	return cmp.Or(slices.Index(Groups(), a.Group)-slices.Index(Groups(), b.Group), byID(a, b))
}
func orderDraft(a, b Draft) int                 { return cmp.Or(a.Position-b.Position, byID(a, b)) }
func orderSupport(a, b Support) int             { return cmp.Or(a.Held.Compare(b.Held), byID(a, b)) }
func orderVisionVersion(a, b VisionVersion) int { return cmp.Or(a.Number-b.Number, byID(a, b)) }
func orderIdea(a, b Idea) int                   { return cmp.Or(a.Position-b.Position, byID(a, b)) }
func orderVisionLine(a, b VisionLine) int       { return cmp.Or(a.Position-b.Position, byID(a, b)) }
func orderOwnFramework(a, b OwnFramework) int   { return cmp.Or(a.Position-b.Position, byID(a, b)) }
func orderOwnElement(a, b OwnElement) int       { return cmp.Or(a.Position-b.Position, byID(a, b)) }
func orderOwnItem(a, b OwnItem) int             { return cmp.Or(a.Position-b.Position, byID(a, b)) }
func orderAssessment(a, b Assessment) int       { return cmp.Or(a.Held.Compare(b.Held), byID(a, b)) }
func orderJudgement(a, b Judgement) int         { return cmp.Or(strings.Compare(a.Item, b.Item), byID(a, b)) }
func orderEvidence(a, b Evidence) int           { return cmp.Or(a.Position-b.Position, byID(a, b)) }
func orderSurvey(a, b Survey) int               { return cmp.Or(a.Position-b.Position, byID(a, b)) }
func orderSurveyMean(a, b SurveyMean) int       { return cmp.Or(strings.Compare(a.Item, b.Item), byID(a, b)) }
func orderRemark(a, b Remark) int               { return cmp.Or(a.Position-b.Position, byID(a, b)) }
func orderPriority(a, b Priority) int           { return cmp.Or(a.Position-b.Position, byID(a, b)) }
func orderNeed(a, b Need) int                   { return cmp.Or(a.Position-b.Position, byID(a, b)) }
func orderGoal(a, b Goal) int                   { return cmp.Or(a.Position-b.Position, byID(a, b)) }
func orderIndicator(a, b Indicator) int         { return cmp.Or(a.Position-b.Position, byID(a, b)) }
func orderAction(a, b Action) int               { return cmp.Or(a.Position-b.Position, byID(a, b)) }
func orderReview(a, b Review) int               { return cmp.Or(a.Date.Compare(b.Date), byID(a, b)) }
func orderMeasurement(a, b Measurement) int {
	return cmp.Or(a.Date.Compare(b.Date), byID(a, b))
}
