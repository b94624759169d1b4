package app

import (
	"math"
	"strconv"
	"strings"
)

// Money is an amount in hundredths of the school's currency: 1250 is 12.50. Zero means no cost.
type Money int64

// Quantity is a measured or aimed-at number with up to three decimals, or unknown. Quantities are comparable with ==;
// the zero Quantity is unknown.
type Quantity struct {
	thousandths int64
	known       bool
}

// maxNumber bounds what a person can type, so that sums never overflow.
const maxNumber = 1_000_000_000_000

// QuantityOf returns a known quantity, rounded to three decimals.
func QuantityOf(v float64) Quantity { return Quantity{int64(math.Round(v * 1000)), true} }

// TenthOf returns v to the nearest tenth, as means are told.
func TenthOf(v float64) Quantity { return QuantityOf(math.Round(v*10) / 10) }

// Known tells whether there is a value.
func (q Quantity) Known() bool { return q.known }

// Value returns the number, 0 when unknown.
func (q Quantity) Value() float64 { return float64(q.thousandths) / 1000 }

// MarshalJSON writes the number, or null when unknown.
func (q Quantity) MarshalJSON() ([]byte, error) {
	if !q.known {
		return []byte("null"), nil
	}
	return strconv.AppendFloat(nil, q.Value(), 'f', -1, 64), nil
}

// UnmarshalJSON reads a number or null.
func (q *Quantity) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*q = Quantity{}
		return nil
	}
	v, err := strconv.ParseFloat(string(data), 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) > maxNumber {
		return Invalid("read quantity", Say("error.number", "typed", string(data)))
	}
	*q = QuantityOf(v)
	return nil
}

// ParseMoney reads an amount as people write it: "12,50", "1 200", "1.200,50", "€ 300". An empty text is no cost.
// Anything else, and a negative amount, is an Error of kind Invalid.
func ParseMoney(typed string) (Money, error) {
	hundredths, err := parseDecimal(strings.Trim(typed, " \u00a0\u202f€$£kr₾"), 2)
	if err != nil || hundredths < 0 {
		return 0, Invalid("parse money", Say("error.money", "typed", typed))
	}
	return Money(hundredths), nil
}

// ParseQuantity reads a number as people write it, with comma or point and spaces between thousands; a trailing per
// cent sign is ignored. An empty text is unknown; anything else is an Error of kind Invalid.
func ParseQuantity(typed string) (Quantity, error) {
	s := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(typed), "%"))
	if s == "" {
		return Quantity{}, nil
	}
	thousandths, err := parseDecimal(s, 3)
	if err != nil {
		return Quantity{}, Invalid("parse quantity", Say("error.number", "typed", typed))
	}
	return Quantity{thousandths, true}, nil
}

// parseDecimal returns the number as an integer with the given count of decimals. The last of "," and "." is the
// decimal mark, unless it is there more than once, or it is followed by exactly three digits and money is asked for: then
// it parts thousands. Thousands that are not in threes are an error, so that a slip never becomes another sum.
func parseDecimal(s string, decimals int) (int64, error) {
	s = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "'", "", "−", "-").Replace(s)
	if s == "" {
		return 0, nil
	}
	body, negative := strings.CutPrefix(s, "-")
	if strings.Trim(body, "0123456789,.") != "" || !strings.ContainsAny(body, "0123456789") {
		return 0, strconv.ErrSyntax
	}
	whole, fraction := body, ""
	if mark := strings.LastIndexAny(body, ",."); mark >= 0 {
		after := body[mark+1:]
		repeated := strings.Count(body, body[mark:mark+1]) > 1
		if !repeated && (decimals != 2 || len(after) != 3) {
			whole, fraction = body[:mark], after
		}
	}
	whole, ok := joinThousands(whole)
	if !ok || len(fraction) > decimals {
		return 0, strconv.ErrSyntax
	}
	n, err := strconv.ParseInt(whole+fraction+strings.Repeat("0", decimals-len(fraction)), 10, 64)
	if err != nil || n > maxNumber*1000 {
		return 0, strconv.ErrRange
	}
	if negative {
		n = -n
	}
	return n, nil
}

// joinThousands takes the marks out of a whole number such as 1.200.300; false when they do not part it in threes.
func joinThousands(whole string) (string, bool) {
	mark := strings.IndexAny(whole, ",.")
	if mark < 0 {
		return whole, true
	}
	groups := strings.Split(whole, whole[mark:mark+1])
	for i, group := range groups {
		if strings.ContainsAny(group, ",.") || len(group) > 3 || i > 0 && len(group) < 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), strings.Trim(groups[0], "0") != ""
}
