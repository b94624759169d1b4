package report

// The documents by the names that the command line knows them by.
const (
	PlanDocument    = "plan"
	VisionDocument  = "vision"
	BoardDocument   = "vision-board"
	MinutesDocument = "vision-minutes"
	SheetsDocument  = "vision-sheets"
)

// Names lists the documents in the order in which they are offered.
func Names() []string {
	return []string{PlanDocument, SheetsDocument, BoardDocument, VisionDocument, MinutesDocument}
}

// Make returns the document of a name, and whether there is one.
func Make(name string, in Input) (Document, bool) {
	switch name {
	case PlanDocument:
		return Plan(in), true
	case VisionDocument:
		return Vision(in), true
	case BoardDocument:
		return VisionBoard(in), true
	case MinutesDocument:
		return VisionMinutes(in), true
	case SheetsDocument:
		return VisionSheets(in), true
	}
	return Document{}, false
}
