// Package translations holds every text that a user sees, in every shipped language, and the Printer that puts keys,
// plurals, dates and numbers into one of them.
//
// The texts of a language are the JSON files in its folder: flat objects from dotted keys to a sentence, or to its CLDR
// plural forms. Placeholders have the form {{.name}}. Sorting and comparing never use a translated text. It imports app,
// go-i18n and golang.org/x/text.
package translations

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"waymark/app"
)

//go:embed */*.json
var files embed.FS

// Languages lists the shipped languages, English first.
func Languages() []string { return []string{"en", "et"} }

// NativeName returns the name of a shipped language in that language, or the code itself.
func NativeName(code string) string {
	if name, ok := map[string]string{"en": "English", "et": "Eesti"}[code]; ok {
		return name
	}
	return code
}

// Best returns the shipped language nearest to a locale such as "et_EE.UTF-8"; English when there is none.
func Best(locale string) string {
	code, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(locale, "_", "-")), "-")
	code, _, _ = strings.Cut(code, ".")
	if slices.Contains(Languages(), code) {
		return code
	}
	return "en"
}

// Printer writes in one language. It is safe for use by one goroutine at a time.
type Printer struct {
	code      string
	tag       language.Tag
	bundle    *i18n.Bundle
	localizer *i18n.Localizer
	numbers   *message.Printer
	messages  map[string]*i18n.Message // by key; nil once it is in the bundle, which takes its time over each
	plain     map[string]string        // sentences already made that have no arguments
}

// New returns the Printer of a shipped language, or of Pseudo. An unknown language is an error.
func New(code string) (*Printer, error) {
	folder := code
	if code == Pseudo {
		folder = "en"
	} else if !slices.Contains(Languages(), code) {
		return nil, &app.Error{Op: "choose language", Kind: app.KindInvalid, Text: app.Say("error.language", "code", code)}
	}
	tag := language.Make(folder)
	bundle := i18n.NewBundle(tag)
	p := &Printer{code: code, tag: tag, bundle: bundle, localizer: i18n.NewLocalizer(bundle, folder), numbers: message.NewPrinter(tag),
		messages: map[string]*i18n.Message{}, plain: map[string]string{}}
	names, err := files.ReadDir(folder)
	if err != nil {
		return nil, fmt.Errorf("translations: %w", err)
	}
	for _, name := range names {
		data, err := files.ReadFile(path.Join(folder, name.Name()))
		if err != nil {
			return nil, fmt.Errorf("translations: %w", err)
		}
		messages, err := parse(data)
		if err != nil {
			return nil, fmt.Errorf("translations: %s/%s: %w", code, name.Name(), err)
		}
		for _, m := range messages {
			p.messages[m.ID] = m
		}
	}
	return p, nil
}

// parse reads one catalogue file.
func parse(data []byte) ([]*i18n.Message, error) {
	var raw map[string]any // read once; each sentence by itself would take twice as long
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, err
	}
	messages := make([]*i18n.Message, 0, len(raw))
	for key, value := range raw {
		m := &i18n.Message{ID: key}
		switch v := value.(type) {
		case string:
			m.Other = v
		case map[string]any:
			for form, into := range map[string]*string{"zero": &m.Zero, "one": &m.One, "two": &m.Two, "few": &m.Few, "many": &m.Many, "other": &m.Other} {
				words, ok := v[form].(string)
				if !ok && v[form] != nil {
					return nil, fmt.Errorf("%s: %s is %T", key, form, v[form])
				}
				*into = words
			}
		default:
			return nil, fmt.Errorf("%s is %T", key, value)
		}
		messages = append(messages, m)
	}
	return messages, nil
}

// Language returns the code of the printer's language.
func (p *Printer) Language() string { return p.code }

// Has tells whether the key is a text of this language.
func (p *Printer) Has(key string) bool {
	_, ok := p.messages[key]
	return ok
}

// learn puts the message of a key into the bundle, unless it is there, and tells whether it is a text of this language.
func (p *Printer) learn(key string) bool {
	m, ok := p.messages[key]
	if !ok || m == nil {
		return ok
	}
	if p.code == Pseudo {
		disguise(m)
	}
	p.messages[key] = nil
	return p.bundle.AddMessages(p.tag, m) == nil
}

// Say is Text(app.Say(key, pairs...)).
func (p *Printer) Say(key string, pairs ...any) string {
	if len(pairs) == 0 {
		if s, ok := p.plain[key]; ok {
			return s
		}
		s := p.Text(app.Text{Key: key})
		p.plain[key] = s
		return s
	}
	return p.Text(app.Say(key, pairs...))
}

// Text puts t into words. A key that is not there is shown as it is, so that it is seen and mended.
func (p *Printer) Text(t app.Text) string {
	if t.Key == "" {
		return t.Words
	}
	if !p.learn(t.Key) {
		return t.Key
	}
	config := &i18n.LocalizeConfig{MessageID: t.Key}
	if len(t.Args) > 0 {
		data := make(map[string]any, len(t.Args))
		for name, arg := range t.Args {
			data[name] = p.argument(arg)
		}
		config.TemplateData = data
		if n, ok := t.Args["count"].(int); ok {
			config.PluralCount = n
		}
	}
	s, err := p.localizer.Localize(config)
	if err != nil {
		return t.Key
	}
	return s
}

func (p *Printer) argument(arg any) any {
	switch a := arg.(type) {
	case app.Text:
		return p.Text(a)
	case app.Date:
		return p.Date(a)
	case app.Quantity:
		return p.Quantity(a)
	}
	return arg
}

// Quoted returns a user's words between quotation marks.
func (p *Printer) Quoted(words string) string { return p.Say("text.quoted", "text", words) }

// Date returns the long form, such as 1 September 2026; empty when not given.
func (p *Printer) Date(d app.Date) string { return p.date(d, "date.layout.long") }

// ShortDate returns the form for tables, such as 01.09.2026; empty when not given.
func (p *Printer) ShortDate(d app.Date) string { return p.date(d, "date.layout.short") }

// TypedDate returns the form for fields, which app.ParseDate reads; empty when not given.
func (p *Printer) TypedDate(d app.Date) string { return p.date(d, "date.layout.typed") }

// date fills in a layout of package time; the month's name is the language's own.
func (p *Printer) date(d app.Date, key string) string {
	if d.IsZero() {
		return ""
	}
	layout := p.Say(key)
	layout = strings.Replace(layout, "January", "\x01", 1)
	layout = strings.Replace(layout, "Jan", "\x02", 1)
	s := d.Time().Format(layout)
	s = strings.Replace(s, "\x01", p.Say(fmt.Sprintf("date.month%d", int(d.Month()))), 1)
	return strings.Replace(s, "\x02", p.MonthName(int(d.Month())), 1)
}

// MonthName returns the short name of month 1–12.
func (p *Printer) MonthName(month int) string { return p.Say(fmt.Sprintf("date.short%d", month)) }

// Clock returns the time of day, such as 14:02.
func (p *Printer) Clock(t time.Time) string { return t.Format("15:04") }

// Quantity returns the number with up to three decimals; an en dash when unknown.
func (p *Printer) Quantity(q app.Quantity) string {
	if !q.Known() {
		return "–"
	}
	return p.numbers.Sprint(number.Decimal(q.Value(), number.MaxFractionDigits(3)))
}

// TypedQuantity returns the form for fields, which app.ParseQuantity reads; empty when unknown.
func (p *Printer) TypedQuantity(q app.Quantity) string {
	if !q.Known() {
		return ""
	}
	return p.numbers.Sprint(number.Decimal(q.Value(), number.MaxFractionDigits(3), number.NoSeparator()))
}

// TypedMoney returns the form for fields, which app.ParseMoney reads; empty for no cost.
func (p *Printer) TypedMoney(amount app.Money) string {
	if amount == 0 {
		return ""
	}
	digits := 0
	if amount%100 != 0 {
		digits = 2
	}
	return p.numbers.Sprint(number.Decimal(float64(amount)/100, number.Scale(digits), number.NoSeparator()))
}

// Money returns the amount with its currency (ISO 4217); hundredths only where there are any.
func (p *Printer) Money(amount app.Money, currency string) string {
	digits := 0
	if amount%100 != 0 {
		digits = 2
	}
	sum := p.numbers.Sprint(number.Decimal(float64(amount)/100, number.MinFractionDigits(digits), number.MaxFractionDigits(digits)))
	symbol, ok := map[string]string{"EUR": "€", "GBP": "£", "USD": "$", "GEL": "₾"}[currency]
	if !ok && p.Say("money.symbol_first") == "yes" {
		symbol = currency + "\u00a0"
	} else if !ok {
		symbol = currency
	}
	if p.Say("money.symbol_first") == "yes" {
		return symbol + sum
	}
	return sum + "\u00a0" + symbol
}
