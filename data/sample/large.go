package sample

import (
	"math/rand/v2"
	"reflect"
	"slices"

	"waymark/app"
)

// Large returns the sample with every record factor times, for benchmarks: each copy has its own IDs and refers to its
// own parents. What there can be only one of, such as the school and the vision of a cycle, stays single. A factor below
// two is Build.
func Large(words Words, factor int) []app.Record {
	original := Build(words)
	records := append(make([]app.Record, 0, len(original)*max(1, factor)), original...)
	ids := rand.NewChaCha8([32]byte{2})
	for copied := 1; copied < factor; copied++ {
		renamed := make(map[string]string, len(original))
		for _, r := range original {
			if !single(r) {
				renamed[r.RecordID()] = string(app.IDFrom[app.Record](ids))
			}
		}
		for _, r := range original {
			if !single(r) {
				records = append(records, duplicate(r, renamed, copied))
			}
		}
	}
	return parentsFirst(records)
}

func single(r app.Record) bool {
	return slices.Contains([]app.Kind{app.KindSchool, app.KindCycle, app.KindVision, app.KindVisionVersion, app.KindPerspective}, r.RecordKind())
}

// duplicate returns r with its IDs renamed and its position behind those of earlier copies.
func duplicate(r app.Record, renamed map[string]string, copied int) app.Record {
	v := reflect.New(reflect.TypeOf(r)).Elem()
	v.Set(reflect.ValueOf(r))
	for i := range v.NumField() {
		field := v.Field(i)
		if field.Kind() != reflect.String {
			continue
		}
		if id, ok := renamed[field.String()]; ok {
			field.SetString(id)
		}
	}
	if position := v.FieldByName("Position"); position.IsValid() {
		position.SetInt(position.Int() + int64(copied)*100)
	}
	return v.Interface().(app.Record)
}
