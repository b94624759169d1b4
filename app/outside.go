package app

// Outside is what another program, or a failing disk, did to a school file since Waymark wrote it last. The zero Outside
// is none.
type Outside struct {
	Records []Record  // changed or added, as they are now
	Missing []Missing // fewer records than there were
	Objects []string  // what is in the file and is not of a school file, by name
}

// Missing says that Count records of a kind are gone; Count 0 that they are not those that were saved last.
type Missing struct {
	Kind  Kind
	Count int
}

// None tells whether nothing was done.
func (o Outside) None() bool { return len(o.Records)+len(o.Missing)+len(o.Objects) == 0 }
