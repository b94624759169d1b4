package app

import (
	"encoding/json"
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

func TestMoneyAsPeopleTypeIt(t *testing.T) {
	good := map[string]Money{
		"12,50": 12_50, "12.5": 12_50, "1 200": 1200_00, "1.200,50": 1200_50, "1,200.50": 1200_50, "1.200": 1200_00, "1,200": 1200_00,
		"1.200.300": 1_200_300_00, "1,200,300.25": 1_200_300_25, "1\u00a0200,5": 1200_50, "1\u202f200": 1200_00, "1'200": 1200_00,
		"€ 300": 300_00, "300 €": 300_00, "£12": 12_00, "300 kr": 300_00, "0": 0, "": 0, " ": 0, "0,05": 5, ",5": 50, "7,": 7_00, "007": 7_00,
		"1000000000000": 1_000_000_000_000_00,
	}
	for typed, want := range good {
		if got, err := ParseMoney(typed); err != nil || got != want {
			t.Errorf("%q: %d, %v; want %d", typed, got, err, want)
		}
	}
	for _, typed := range []string{"-5", "−5", "-0,5", "12,345,6", "1.234.56", "1,2,3", "1.200.30", "12,3456", "abc", "12a", "1e5", "0x10", "1_000", "..", ",", ".,",
		"1,-5", "--5", "5-", "NaN", "٣", "99999999999999999999999999", "10000000000001", "1.20,300.5", "1.200,300", "0.300", ".300", "1234.567", "1..2"} {
		if got, err := ParseMoney(typed); KindOf(err) != KindInvalid || got != 0 {
			t.Errorf("%q: %d, %v; want an Error of KindInvalid", typed, got, err)
		} else if Sentence(err).Args["typed"] != typed {
			t.Errorf("%q: the sentence repeats %v", typed, Sentence(err).Args["typed"])
		}
	}
}

func TestQuantitiesAsPeopleTypeThem(t *testing.T) {
	good := map[string]Quantity{
		"75": QuantityOf(75), "3,5": QuantityOf(3.5), "3.5": QuantityOf(3.5), "75 %": QuantityOf(75), "75%": QuantityOf(75), "1.200": QuantityOf(1.2),
		"0,125": QuantityOf(0.125), "-2,5": QuantityOf(-2.5), "−2,5": QuantityOf(-2.5), "-0,5": QuantityOf(-0.5), "-,5": QuantityOf(-0.5),
		"1 200": QuantityOf(1200), "1.200,5": QuantityOf(1200.5), "1,200,300": QuantityOf(1_200_300), "0": QuantityOf(0), "": {}, "  ": {}, "%": {},
	}
	for typed, want := range good {
		if got, err := ParseQuantity(typed); err != nil || got != want {
			t.Errorf("%q: %v, %v; want %v", typed, got, err, want)
		}
	}
	for _, typed := range []string{"many", "1,2345", "12,3,4", "1.2.3", "-", ",", "1e3", "Inf", "10000000000001", "3,5 h"} {
		if got, err := ParseQuantity(typed); KindOf(err) != KindInvalid || got != (Quantity{}) {
			t.Errorf("%q: %v, %v; want an Error of KindInvalid", typed, got, err)
		}
	}
}

func TestUnknownIsNotZero(t *testing.T) {
	if unknown := (Quantity{}); unknown.Known() || unknown == QuantityOf(0) || !QuantityOf(0).Known() {
		t.Error("zero and unknown are the same")
	}
	for q, want := range map[Quantity]string{{}: "null", QuantityOf(0): "0", QuantityOf(-2.5): "-2.5", QuantityOf(1_000_000): "1000000", QuantityOf(0.0005): "0.001"} {
		if got, err := json.Marshal(q); err != nil || string(got) != want {
			t.Errorf("%v: %s, %v; want %s", q, got, err, want)
		}
	}
	read := QuantityOf(1)
	if err := json.Unmarshal([]byte("null"), &read); err != nil || read.Known() {
		t.Errorf("null was read as %v, %v", read, err)
	}
	for _, bad := range []string{`"1"`, "1e13", "true"} {
		if err := json.Unmarshal([]byte(bad), &read); err == nil {
			t.Errorf("%s was read as %v", bad, read)
		}
	}
}

func TestNumbersComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(-maxNumber*1000, maxNumber*1000).Draw(t, "thousandths")
		q := Quantity{n, true}
		if got := QuantityOf(q.Value()); got != q {
			t.Fatalf("%v became %v", q, got)
		}
		data, err := json.Marshal(q)
		if err != nil {
			t.Fatal(err)
		}
		var read Quantity
		if err := json.Unmarshal(data, &read); err != nil || read != q {
			t.Fatalf("%s was read as %v, %v", data, read, err)
		}
		if typed, err := ParseQuantity(string(data)); err != nil || typed != q {
			t.Fatalf("%s was parsed as %v, %v", data, typed, err)
		}
		m := rapid.Int64Range(0, maxNumber*100).Draw(t, "hundredths")
		if typed, err := ParseMoney(fmt.Sprintf("%d,%02d", m/100, m%100)); err != nil || typed != Money(m) {
			t.Fatalf("%d was parsed as %v, %v", m, typed, err)
		}
	})
}

// Nothing that can be typed brings a parser down.
func TestAnythingCanBeTyped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		typed := rapid.OneOf(rapid.String(), rapid.StringMatching(`[-−0-9., '%€]{0,20}`)).Draw(t, "typed")
		for _, err := range []error{second(ParseMoney(typed)), second(ParseQuantity(typed)), second(ParseDate(typed))} {
			if err != nil && KindOf(err) != KindInvalid {
				t.Fatalf("%q: %v", typed, err)
			}
		}
	})
}

func second[T any](_ T, err error) error { return err }
