package app

import (
	"encoding/json"
	"slices"
)

// Kind is the stable name of a sort of record; it is also the name of its table in the school file and of its list in
// the JSON export.
type Kind string

// Record is one thing in a school file: one of the struct types below, always passed by value. Records are comparable
// with ==, hold only stored fields, and each field's json tag is also its column in the school file.
type Record interface {
	RecordKind() Kind
	RecordID() string
}

// Bytes is binary content such as a picture; a string, so that records stay comparable.
type Bytes string

// MarshalJSON writes base64, so that no byte is lost.
func (b Bytes) MarshalJSON() ([]byte, error) { return json.Marshal([]byte(b)) }

// UnmarshalJSON reads base64.
func (b *Bytes) UnmarshalJSON(data []byte) error {
	var raw []byte
	if err := json.Unmarshal(data, &raw); err != nil {
		return err
	}
	*b = Bytes(raw)
	return nil
}

// School is the one school of a file.
type School struct {
	ID       ID[School] `json:"id"`
	Name     string     `json:"name"`
	Address  string     `json:"address"`
	Type     string     `json:"type"` // in the school's own words: "basic school, grades 1–9"
	Head     string     `json:"head"`
	Owner    string     `json:"owner"`    // municipality, state or foundation that runs the school
	Logo     Bytes      `json:"logo"`     // PNG or JPEG
	Currency string     `json:"currency"` // ISO 4217, such as EUR
	Current  ID[Cycle]  `json:"current_cycle"`
	Smallest int        `json:"smallest_group"` // fewest answers of a group that may be shown; 0 is the usual limit
}

// Cycle is one development period.
type Cycle struct {
	ID    ID[Cycle] `json:"id"`
	Name  string    `json:"name"` // optional; the years speak for it when empty
	Start Date      `json:"start"`
	End   Date      `json:"end"`
}

// Member is a member of the leadership team or another person who carries actions: a role, and a name if wished.
type Member struct {
	ID       ID[Member] `json:"id"`
	Role     string     `json:"role"`
	Name     string     `json:"name"`
	Position int        `json:"position"`
}

// Question is a guiding question to which ideas answer.
type Question struct {
	ID       ID[Question] `json:"id"`
	Cycle    ID[Cycle]    `json:"cycle"`
	Text     string       `json:"text"`
	Position int          `json:"position"`
}

// Theme is a cluster of ideas with a heading.
type Theme struct {
	ID       ID[Theme] `json:"id"`
	Cycle    ID[Cycle] `json:"cycle"`
	Name     string    `json:"name"`
	Colour   int       `json:"colour"` // of the palette of themes, counted from 0
	Position int       `json:"position"`
}

// Idea is one vision note. Nobody's name is with it.
type Idea struct {
	ID       ID[Idea]     `json:"id"`
	Cycle    ID[Cycle]    `json:"cycle"`
	Text     string       `json:"text"`
	Position int          `json:"position"`
	Question ID[Question] `json:"question"` // none when it answers to no question
	Role     string       `json:"role"`     // of who wrote it, when the team asks for roles
	Theme    ID[Theme]    `json:"theme"`    // none while it is in no theme
	Also     string       `json:"also"`     // other wordings of the same idea, one a line
}

// DotVote is what remains of a blind vote on themes: how many took part, with how many dots each.
type DotVote struct {
	ID     ID[DotVote] `json:"id"`
	Cycle  ID[Cycle]   `json:"cycle"`
	Held   Date        `json:"held"`
	Voters int         `json:"voters"`
	Dots   int         `json:"dots"`  // of each voter
	Round  int         `json:"round"` // counted from 1; a second vote is the second round
}

// DotCount is how many dots a theme got in a vote.
type DotCount struct {
	ID    ID[DotCount] `json:"id"`
	Vote  ID[DotVote]  `json:"vote"`
	Theme ID[Theme]    `json:"theme"`
	Dots  int          `json:"dots"`
}

// Perspective is what one group will see when the vision has come true; a cycle has one for each group.
type Perspective struct {
	ID     ID[Perspective] `json:"id"`
	Cycle  ID[Cycle]       `json:"cycle"`
	Group  Group           `json:"group"`
	Seen   string          `json:"seen"`   // what they will see
	Like   string          `json:"like"`   // what it looks like
	Unlike string          `json:"unlike"` // and does not look like
}

// Group is a group of people around a school.
type Group string

// The groups whose perspectives a vision has, in the order in which they are asked.
const (
	Pupils     Group = "pupils"
	Teachers   Group = "teachers"
	Leadership Group = "leadership"
	Parents    Group = "parents"
	Community  Group = "community"
)

// GroupName is what a group is called: one of Groups by its key, another by the school's own word.
func GroupName(group string) Text {
	if slices.Contains(Groups(), Group(group)) {
		return Say("group." + group)
	}
	return Literal(group)
}

// Groups lists them.
func Groups() []Group { return []Group{Pupils, Teachers, Leadership, Parents, Community} }

// Draft is one wording of a vision statement that the team considers.
type Draft struct {
	ID       ID[Draft] `json:"id"`
	Cycle    ID[Cycle] `json:"cycle"`
	Text     string    `json:"text"`
	Position int       `json:"position"`
}

// Support is what remains of a blind check of how far people support a draft: how many said 1 (I cannot live with it) to 5 (I
// stand for it with all I have), and what would make it better.
type Support struct {
	ID     ID[Support] `json:"id"`
	Draft  ID[Draft]   `json:"draft"`
	Held   Date        `json:"held"`
	One    int         `json:"one"`
	Two    int         `json:"two"`
	Three  int         `json:"three"`
	Four   int         `json:"four"`
	Five   int         `json:"five"`
	Better string      `json:"better"` // what would make it one better, one wish a line
}

// Vision is a cycle's statement of where the school wants to be; a cycle has one.
type Vision struct {
	ID        ID[Vision] `json:"id"`
	Cycle     ID[Cycle]  `json:"cycle"`
	Statement string     `json:"statement"`
	Values    string     `json:"values"`
	Adopted   Date       `json:"adopted"`    // not given while it is a draft
	AdoptedBy string     `json:"adopted_by"` // the body that adopted it
	Minutes   string     `json:"minutes"`    // number of its minutes
	Heard     string     `json:"heard"`      // whose opinions were heard
}

// VisionVersion is a vision as it was adopted; nothing changes it any more.
type VisionVersion struct {
	ID        ID[VisionVersion] `json:"id"`
	Cycle     ID[Cycle]         `json:"cycle"`
	Number    int               `json:"number"` // counted from 1
	Statement string            `json:"statement"`
	Values    string            `json:"values"`
	Lines     string            `json:"lines"` // one a line
	Adopted   Date              `json:"adopted"`
	AdoptedBy string            `json:"adopted_by"`
	Minutes   string            `json:"minutes"`
	Heard     string            `json:"heard"`
}

// TimeBox is how long a step of a workshop may take, when the team wants it otherwise than proposed.
type TimeBox struct {
	ID      ID[TimeBox] `json:"id"`
	Cycle   ID[Cycle]   `json:"cycle"`
	Step    string      `json:"step"` // key of the step, such as vision.ideas
	Minutes int         `json:"minutes"`
}

// VisionLine is a numbered sentence of the vision that goals point to: V1, V2 … in order of position.
type VisionLine struct {
	ID       ID[VisionLine] `json:"id"`
	Cycle    ID[Cycle]      `json:"cycle"`
	Text     string         `json:"text"`
	Position int            `json:"position"`
}

// OwnFramework is a self-assessment instrument of the school's own: written by it, taken over from a file, or changed from
// one that Waymark ships. Its elements and items are records of their own.
type OwnFramework struct {
	ID         ID[OwnFramework] `json:"id"`
	Name       string           `json:"name"`
	About      string           `json:"about"`
	Source     string           `json:"source"`
	Levels     int              `json:"levels"`      // of every item, 2 to 6
	LevelNames string           `json:"level_names"` // one a line, lowest first; none where levels are numbers
	Glossary   string           `json:"glossary"`    // a word, a colon and what it means here, one a line
	Position   int              `json:"position"`
}

// OwnElement is one area of a framework of the school's own.
type OwnElement struct {
	ID        ID[OwnElement]   `json:"id"`
	Framework ID[OwnFramework] `json:"framework"`
	Name      string           `json:"name"`
	Position  int              `json:"position"`
}

// OwnItem is one question of a framework of the school's own. Of its six levels and steps it uses as many as its framework
// has levels.
type OwnItem struct {
	ID       ID[OwnItem]    `json:"id"`
	Element  ID[OwnElement] `json:"element"`
	Same     string         `json:"same"` // identity of the item elsewhere whose question and levels it still has, see Item.Same
	Name     string         `json:"name"`
	Question string         `json:"question"`
	Why      string         `json:"why"`      // it matters
	Visitor  string         `json:"visitor"`  // what a visitor would need to see
	Typical  string         `json:"evidence"` // typical evidence
	Level1   string         `json:"level1"`   // what can be observed on level 1
	Level2   string         `json:"level2"`
	Level3   string         `json:"level3"`
	Level4   string         `json:"level4"`
	Level5   string         `json:"level5"`
	Level6   string         `json:"level6"`
	Step1    string         `json:"step1"` // what one could do next on level 1
	Step2    string         `json:"step2"`
	Step3    string         `json:"step3"`
	Step4    string         `json:"step4"`
	Step5    string         `json:"step5"`
	Step6    string         `json:"step6"`
	Off      bool           `json:"off"` // switched off: not asked
	Position int            `json:"position"`
}

// Way is how an assessment is gone through.
type Way string

// The ways through an assessment.
const (
	Both   Way = ""       // levels and words
	Words  Way = "words"  // words only
	Levels Way = "levels" // levels only
)

// Ways lists them.
func Ways() []Way { return []Way{Both, Words, Levels} }

// Assessment is one round of self-assessment with one framework on one date.
type Assessment struct {
	ID        ID[Assessment] `json:"id"`
	Cycle     ID[Cycle]      `json:"cycle"`
	Framework string         `json:"framework"` // key of the framework
	Held      Date           `json:"held"`
	Note      string         `json:"note"`   // who took part, in a sentence
	Way       Way            `json:"way"`    // how it is gone through
	Frozen    Bytes          `json:"frozen"` // the framework as it was when the round began, see WriteFramework; none for a shipped one
}

// Judgement is what the team says about one item of an assessment. Levels count from 1; 0 means not given. The vote
// fields are what remains of a blind vote: count, middle, lowest and highest level, never single votes.
type Judgement struct {
	ID            ID[Judgement]  `json:"id"`
	Assessment    ID[Assessment] `json:"assessment"`
	Item          string         `json:"item"` // key of the item within the framework, such as vision.purpose
	Practice      string         `json:"practice"`
	Needs         string         `json:"needs"`
	Ideas         string         `json:"ideas"`
	Agreed        int            `json:"agreed"`
	Target        int            `json:"target"`
	Votes         int            `json:"votes"`
	Median        Quantity       `json:"median"`
	Lowest        int            `json:"lowest"`
	Highest       int            `json:"highest"`
	Dissent       string         `json:"dissent"` // what was said against the agreed level
	NotApplicable bool           `json:"not_applicable"`
	Later         bool           `json:"later"` // skipped, to be come back to
	Aside         bool           `json:"aside"` // what is proposed as a need from it is set aside
}

// Strength says how much weight evidence carries.
type Strength string

// The strengths of evidence, weakest first.
const (
	Claim    Strength = "claim"
	Document Strength = "document"
	Observed Strength = "observed"
	Measured Strength = "measured"
)

// Strengths lists every Strength, weakest first.
func Strengths() []Strength { return []Strength{Claim, Document, Observed, Measured} }

// Evidence backs a judgement.
type Evidence struct {
	ID           ID[Evidence]  `json:"id"`
	Judgement    ID[Judgement] `json:"judgement"`
	What         string        `json:"what"`
	Where        string        `json:"kept"` // where it is kept
	Date         Date          `json:"date"`
	Strength     Strength      `json:"strength"`
	Confidential bool          `json:"confidential"`
	Position     int           `json:"position"`
}

// Survey is what one group answered about the items of an assessment. Single answers are never kept, nor is anything of a
// group that is too small to be shown.
type Survey struct {
	ID         ID[Survey]     `json:"id"`
	Assessment ID[Assessment] `json:"assessment"`
	Group      string         `json:"group"`  // key of a Group, or the school's own word for another one
	Part       string         `json:"part"`   // of the group, such as grades 1-3; empty for the whole group
	Held       Date           `json:"held"`   // day of the survey
	People     int            `json:"people"` // who answered
	Source     string         `json:"source"` // name of the file; empty when typed in
	Position   int            `json:"position"`
}

// SurveyMean is how high a group's answers put an item, on the levels of its framework.
type SurveyMean struct {
	ID     ID[SurveyMean] `json:"id"`
	Survey ID[Survey]     `json:"survey"`
	Item   string         `json:"item"`
	People int            `json:"people"` // who answered this item
	Mean   Quantity       `json:"mean"`
}

// Remark is something that one of at least five people of a group wrote; nothing tells who.
type Remark struct {
	ID       ID[Remark] `json:"id"`
	Survey   ID[Survey] `json:"survey"`
	Item     string     `json:"item"` // empty for a remark on the whole
	Text     string     `json:"text"`
	Position int        `json:"position"` // shuffled
}

// Need is a development need: N1, N2 … in order of position. It may come from a judgement, and a priority may take it up.
type Need struct {
	ID        ID[Need]      `json:"id"`
	Cycle     ID[Cycle]     `json:"cycle"`
	Text      string        `json:"text"`
	Judgement ID[Judgement] `json:"judgement"` // none when the team added it by itself
	Priority  ID[Priority]  `json:"priority"`  // none while nothing takes it up
	Position  int           `json:"position"`
	Reason    string        `json:"reason"` // why the team takes it up
}

// Priority is a chosen need or group of needs.
type Priority struct {
	ID       ID[Priority] `json:"id"`
	Cycle    ID[Cycle]    `json:"cycle"`
	Title    string       `json:"title"`
	Reason   string       `json:"reason"`
	Impact   int          `json:"impact"` // 1 small, 2 medium, 3 large; 0 not judged
	Effort   int          `json:"effort"` // as Impact
	Position int          `json:"position"`
}

// Goal is what a priority shall reach: G1, G2 … through the whole cycle.
type Goal struct {
	ID         ID[Goal]       `json:"id"`
	Priority   ID[Priority]   `json:"priority"`
	VisionLine ID[VisionLine] `json:"vision_line"` // none when it hangs loose
	Text       string         `json:"text"`
	Position   int            `json:"position"`
}

// Direction says which way an indicator should move.
type Direction string

// The directions of an indicator.
const (
	Up   Direction = "up"
	Down Direction = "down"
)

// Indicator tells by a number how near a goal is.
type Indicator struct {
	ID        ID[Indicator] `json:"id"`
	Goal      ID[Goal]      `json:"goal"`
	Name      string        `json:"name"`
	Baseline  Quantity      `json:"baseline"`
	Target    Quantity      `json:"target"`
	Unit      string        `json:"unit"`
	Direction Direction     `json:"direction"`
	Method    string        `json:"method"` // how it is measured
	Due       Date          `json:"due"`
	Position  int           `json:"position"`
}

// Measurement is an indicator's value on a date.
type Measurement struct {
	ID        ID[Measurement] `json:"id"`
	Indicator ID[Indicator]   `json:"indicator"`
	Date      Date            `json:"date"`
	Value     Quantity        `json:"value"`
	Note      string          `json:"note"`
}

// Status is where an action stands. Overdue and due soon are computed, never stored.
type Status string

// The statuses of an action.
const (
	Planned    Status = "planned"
	InProgress Status = "in_progress"
	Done       Status = "done"
	Paused     Status = "paused"
	Dropped    Status = "dropped"
)

// Statuses lists every Status in the order in which it is offered.
func Statuses() []Status { return []Status{Planned, InProgress, Done, Paused, Dropped} }

// Open tells whether something is still to be done.
func (s Status) Open() bool { return s == Planned || s == InProgress || s == Paused }

// Action is one piece of work for a goal: A1, A2 … through the whole cycle.
type Action struct {
	ID          ID[Action] `json:"id"`
	Goal        ID[Goal]   `json:"goal"`
	Text        string     `json:"text"`
	Responsible ID[Member] `json:"responsible"` // none while nobody carries it
	Supporters  string     `json:"supporters"`
	Start       Date       `json:"start"`
	End         Date       `json:"end"`
	Cost        Money      `json:"cost"`
	Funding     string     `json:"funding"`
	Hours       Quantity   `json:"hours"`
	Training    string     `json:"training"` // training for whom
	Evidence    string     `json:"evidence"` // what will show that it was done
	Risks       string     `json:"risks"`
	Status      Status     `json:"status"`
	DropReason  string     `json:"drop_reason"`
	Position    int        `json:"position"`
}

// Review is a meeting at which the plan is looked at.
type Review struct {
	ID        ID[Review] `json:"id"`
	Cycle     ID[Cycle]  `json:"cycle"`
	Date      Date       `json:"date"`
	Present   string     `json:"present"` // by role
	Decisions string     `json:"decisions"`
	Next      Date       `json:"next"`
}

// CheckIn is what a review says about one action.
type CheckIn struct {
	ID         ID[CheckIn] `json:"id"`
	Review     ID[Review]  `json:"review"`
	Action     ID[Action]  `json:"action"`
	Status     Status      `json:"status"`
	Confidence int         `json:"confidence"` // 1 (we shall not make it) to 5 (certain); 0 not given
	Note       string      `json:"note"`
}
