package app

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode"
)

// Book is an open school file in memory. Every question is answered from it by pure functions; only History changes it.
// It is not safe for concurrent use: it belongs to the goroutine that owns the History.
type Book struct {
	Schools        Table[School]
	Cycles         Table[Cycle]
	Members        Table[Member]
	Questions      Table[Question]
	Themes         Table[Theme]
	Ideas          Table[Idea]
	DotVotes       Table[DotVote]
	DotCounts      Table[DotCount]
	Perspectives   Table[Perspective]
	Drafts         Table[Draft]
	Supports       Table[Support]
	Visions        Table[Vision]
	VisionLines    Table[VisionLine]
	VisionVersions Table[VisionVersion]
	TimeBoxes      Table[TimeBox]
	OwnFrameworks  Table[OwnFramework]
	OwnElements    Table[OwnElement]
	OwnItems       Table[OwnItem]
	Assessments    Table[Assessment]
	Judgements     Table[Judgement]
	Evidence       Table[Evidence]
	Surveys        Table[Survey]
	SurveyMeans    Table[SurveyMean]
	Remarks        Table[Remark]
	Priorities     Table[Priority]
	Needs          Table[Need]
	Goals          Table[Goal]
	Indicators     Table[Indicator]
	Measurements   Table[Measurement]
	Actions        Table[Action]
	Reviews        Table[Review]
	CheckIns       Table[CheckIn]
}

// Snapshot returns a book with the same records, for whoever reads while this one goes on changing.
func (b *Book) Snapshot() (*Book, error) { return NewBook(slices.Collect(b.Records())...) }

// NewBook returns a book that holds records, which may come in any order. An unknown kind or a second record with the
// same kind and ID is an Error of KindDamaged.
func NewBook(records ...Record) (*Book, error) {
	b := &Book{
		Schools:        newTable(byID[School]),
		Cycles:         newTable(orderCycle),
		Members:        newTable(orderMember),
		Questions:      newTable(orderQuestion),
		Themes:         newTable(orderTheme),
		Ideas:          newTable(orderIdea),
		DotVotes:       newTable(orderDotVote),
		DotCounts:      newTable(byID[DotCount]),
		Perspectives:   newTable(orderPerspective),
		Drafts:         newTable(orderDraft),
		Supports:       newTable(orderSupport),
		Visions:        newTable(byID[Vision]),
		VisionLines:    newTable(orderVisionLine),
		VisionVersions: newTable(orderVisionVersion),
		TimeBoxes:      newTable(byID[TimeBox]),
		OwnFrameworks:  newTable(orderOwnFramework),
		OwnElements:    newTable(orderOwnElement),
		OwnItems:       newTable(orderOwnItem),
		Assessments:    newTable(orderAssessment),
		Judgements:     newTable(orderJudgement),
		Evidence:       newTable(orderEvidence),
		Surveys:        newTable(orderSurvey),
		SurveyMeans:    newTable(orderSurveyMean),
		Remarks:        newTable(orderRemark),
		Priorities:     newTable(orderPriority),
		Needs:          newTable(orderNeed),
		Goals:          newTable(orderGoal),
		Indicators:     newTable(orderIndicator),
		Measurements:   newTable(orderMeasurement),
		Actions:        newTable(orderAction),
		Reviews:        newTable(orderReview),
		CheckIns:       newTable(byID[CheckIn]),
	}
	tables := b.tables()
	for _, r := range records {
		t, ok := tables[r.RecordKind()]
		if !ok || !t.load(r) {
			return nil, &Error{Op: "make book", Kind: KindDamaged, Text: Say("error.damaged"),
				Err: fmt.Errorf("unknown or repeated %s %s", r.RecordKind(), r.RecordID())}
		}
	}
	for _, t := range tables {
		t.sort()
	}
	return b, nil
}

// anyTable is a Table of whichever kind.
type anyTable interface {
	record(id string) Record
	put(Record)
	remove(id string)
	load(Record) bool
	sort()
	each(yield func(Record) bool) bool
}

func (b *Book) tables() map[Kind]anyTable {
	return map[Kind]anyTable{
		KindSchool: &b.Schools, KindCycle: &b.Cycles, KindMember: &b.Members, KindQuestion: &b.Questions, KindTheme: &b.Themes,
		KindIdea: &b.Ideas, KindDotVote: &b.DotVotes, KindDotCount: &b.DotCounts, KindPerspective: &b.Perspectives,
		KindDraft: &b.Drafts, KindSupport: &b.Supports, KindVision: &b.Visions, KindVisionLine: &b.VisionLines,
		KindVisionVersion: &b.VisionVersions, KindTimeBox: &b.TimeBoxes,
		KindOwnFramework: &b.OwnFrameworks, KindOwnElement: &b.OwnElements, KindOwnItem: &b.OwnItems,
		KindAssessment: &b.Assessments, KindJudgement: &b.Judgements, KindEvidence: &b.Evidence,
		KindSurvey: &b.Surveys, KindSurveyMean: &b.SurveyMeans, KindRemark: &b.Remarks,
		KindPriority: &b.Priorities, KindNeed: &b.Needs, KindGoal: &b.Goals, KindIndicator: &b.Indicators,
		KindMeasurement: &b.Measurements, KindAction: &b.Actions, KindReview: &b.Reviews, KindCheckIn: &b.CheckIns,
	}
}

// Kinds lists every kind of record, parents before children.
func Kinds() []Kind {
	return []Kind{KindSchool, KindCycle, KindMember, KindQuestion, KindTheme, KindIdea, KindDotVote, KindDotCount, KindPerspective,
		KindDraft, KindSupport, KindVision, KindVisionLine, KindVisionVersion, KindTimeBox, KindOwnFramework, KindOwnElement,
		KindOwnItem, KindAssessment, KindJudgement, KindEvidence, KindSurvey, KindSurveyMean, KindRemark, KindPriority, KindNeed, KindGoal, KindIndicator, KindMeasurement, KindAction, KindReview, KindCheckIn}
}

// Records yields every record, kind by kind in the order of Kinds, each kind in the book's order.
func (b *Book) Records() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		tables := b.tables()
		for _, kind := range Kinds() {
			if !tables[kind].each(yield) {
				return
			}
		}
	}
}

// Find returns the record of the kind with the ID, nil when there is none.
func (b *Book) Find(kind Kind, id string) Record {
	if t, ok := b.tables()[kind]; ok {
		return t.record(id)
	}
	return nil
}

// School returns the school of the file; the zero School when the book is empty.
func (b *Book) School() School {
	for s := range b.Schools.All() {
		return s
	}
	return School{}
}

// Current returns the current cycle; the zero Cycle when there is none.
func (b *Book) Current() Cycle {
	c, _ := b.Cycles.Get(b.School().Current)
	return c
}

// Table holds the records of one kind in a stable order.
type Table[R Record] struct {
	byID    map[string]R
	ordered []R
	compare func(a, b R) int
}

func newTable[R Record](compare func(a, b R) int) Table[R] {
	return Table[R]{byID: map[string]R{}, compare: compare}
}

// Len returns the number of records.
func (t *Table[R]) Len() int { return len(t.ordered) }

// Get returns the record with the ID and whether there is one.
func (t *Table[R]) Get(id ID[R]) (R, bool) {
	r, ok := t.byID[string(id)]
	return r, ok
}

// All yields the records in order.
func (t *Table[R]) All() iter.Seq[R] { return slices.Values(t.ordered) }

// Where returns the records for which keep is true, in order.
func (t *Table[R]) Where(keep func(R) bool) []R {
	var kept []R
	for _, r := range t.ordered {
		if keep(r) {
			kept = append(kept, r)
		}
	}
	return kept
}

func (t *Table[R]) record(id string) Record {
	if r, ok := t.byID[id]; ok {
		return r
	}
	return nil
}

func (t *Table[R]) each(yield func(Record) bool) bool {
	for _, r := range t.ordered {
		if !yield(r) {
			return false
		}
	}
	return true
}

// load adds without sorting; false means that the ID is there already or is not an ID.
func (t *Table[R]) load(record Record) bool {
	r, ok := record.(R)
	if !ok || r.RecordID() == "" {
		return false
	}
	if _, twice := t.byID[r.RecordID()]; twice {
		return false
	}
	t.byID[r.RecordID()] = r
	t.ordered = append(t.ordered, r)
	return true
}

func (t *Table[R]) sort() { slices.SortFunc(t.ordered, t.compare) }

func (t *Table[R]) put(record Record) {
	t.remove(record.RecordID())
	r := record.(R)
	at, _ := slices.BinarySearchFunc(t.ordered, r, t.compare)
	t.ordered = slices.Insert(t.ordered, at, r)
	t.byID[r.RecordID()] = r
}

func (t *Table[R]) remove(id string) {
	old, ok := t.byID[id]
	if !ok {
		return
	}
	if at, found := slices.BinarySearchFunc(t.ordered, old, t.compare); found {
		t.ordered = slices.Delete(t.ordered, at, at+1)
	}
	delete(t.byID, id)
}

// Clean makes typed or pasted text fit to be stored: Unix line ends, no control characters, no invalid bytes, and no
// space around it. Nothing a person wrote is shortened.
func Clean(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\ufffd"), "\r\n", "\n")
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\r' || r == '\u0085':
			return '\n'
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r) || r == '\ufeff':
			return -1
		}
		return r
	}, text)
	return strings.TrimSpace(text)
}

// CleanLine is Clean for a field of one line: line ends and tabs become spaces.
func CleanLine(text string) string {
	return strings.Join(strings.Fields(Clean(text)), " ")
}
