package pdf_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"
	"time"

	"waymark/app"
	"waymark/app/chart"
	"waymark/app/report"
	"waymark/data/fonts"
)

// plan is a school development plan with everything that a document can hold, in the languages that are hard to write.
// More goals make it longer.
func plan(t testing.TB, goals int) report.Document {
	t.Helper()
	return report.Document{
		Title: "Kooli arengukava 2026–2029", Author: "Tammiku Kool", Language: "et",
		Created: app.NewDate(2026, time.November, 3),
		Footer:  "Tammiku Kooli arengukava 2026–2029 · 3. kavand · 03.11.2026",
		PageOf:  func(page, pages int) string { return fmt.Sprintf("lk %d/%d", page, pages) },
		Cover: report.Cover{Logo: logo(t, 480, 270), School: "Tammiku Kool", Title: "Kooli arengukava", Period: "2026–2029",
			State:    "Kavand 3 · 3. november 2026",
			Details:  []string{"Kooli tee 5, Tammiku alevik, 12345 Tamme maakond", "Direktor Õie Šmidt-Žukov", "Koolipidaja Tamme vald"},
			Approval: &report.Approval{Lines: []string{"KINNITATUD", "Tamme Vallavalitsuse 28. oktoobri 2026 määrusega nr 34 „Tammiku Kooli arengukava kinnitamine“"}}},
		Contents: "Sisukord",
		Sections: append([]report.Section{overview(), assessment()}, work(goals)...),
	}
}

func overview() report.Section {
	return report.Section{Title: "Kuhu me tahame jõuda?", Blocks: []report.Block{
		report.Paragraph{Style: report.Lead, Text: "Tammiku koolis õpib iga laps julgelt küsima, uurima ja looma, ning digivahendid aitavad tal seda teha koos teistega."},
		report.Paragraph{Text: strings.Repeat("Õpetajad kavandavad ühiselt tunde, milles õpilased uurivad ja loovad; žürii, šokolaad ja öö kõlavad siin õigesti. ", 4)},
		report.Heading{Level: 2, Text: "Visiooni read"},
		report.List{Entries: []report.Entry{
			{Code: "V1", Text: "Iga õpilane oskab oma õppimist kavandada ja näidata, mida ta on õppinud, ka siis, kui tund toimub väljaspool klassiruumi või kooli."},
			{Code: "V2", Text: "Õpetajad õpivad üksteiselt iga nädal."},
			{Code: "V12", Text: "Kogukond on kooli partner."}, {Text: "Väärtused: julgus, hoolivus, koostöö."}}},
		report.Heading{Level: 2, Text: "Kaip tai skamba kitomis kalbomis"},
		report.Paragraph{Text: "Lietuvių: Ąžuolyno mokyklos ugdymo planas – įžvalgos, žinios, šviesūs ūkiai, ėjimas į priekį.\nLatviešu: Skolēni mācās kopā, ģimene un ķīmija, ļoti žēl.\nსკოლის განვითარების გეგმა: ჩვენ ერთად ვსწავლობთ და ვქმნით.\nУкраїнською: Її ґанок; по-русски: ёжик. Ελληνικά: ώρα. Norsk: blåbær, æ ø å."},
		report.Paragraph{Style: report.Quiet, Text: "Märgid: → ✓ ☐ ★ – • … “ ” „ ‚ ’ « » € ₾ ½ ≥ ja emoji 😀, mida kirjas ei ole."},
		report.Paragraph{Style: report.Strong, Text: "Pikk sõna: " + strings.Repeat("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", 2)},
	}}
}

func assessment() report.Section {
	names := []string{"Visioon ja eesmärgid", "Juhtimine", "Kogukond ja koostöö väljaspool kooli", "Pedagoogika", "Teadmised", "Vahendid ja tugi"}
	radar := chart.RadarConfig{Width: 150, Height: 100, Size: 9, Measure: fonts.Measure, Title: "Hinnangud", Levels: 4,
		Now: "Praegu", Target: "Siht", Last: "Eelmine kord", Weak: "Nõrgad tõendid"}
	rows := []report.Row{}
	for i, name := range names {
		radar.Axes = append(radar.Axes, chart.RadarAxis{Name: name, Now: 1.5 + float64(i%4)*0.6, Target: 3 + float64(i%2), Last: 1 + float64(i%3)*0.5, Weak: i == 2})
		rows = append(rows, report.Row{Spanning: true, Cells: []report.Cell{{Text: name}}})
		for j := range 3 {
			rows = append(rows, report.Row{Cells: []report.Cell{{Text: fmt.Sprintf("Küsimus %d: kui laialt on juhtimine jagatud ja kes võib midagi algatada?", 3*i+j+1)},
				{Level: 1 + (i+j)%4}, {Level: min(4, 2+(i+j)%4)}, {Text: "Õppetunnid on avatud, kuid kolleegid käivad neis harva; tahame, et see saaks tavaks."}}})
		}
	}
	return report.Section{Title: "Kus me praegu oleme?", NewPage: true, Blocks: []report.Block{
		report.Paragraph{Text: "Tugevaim: pedagoogika. Suurim vahe: kogukond."},
		report.Figure{Drawing: chart.Radar(radar), Caption: "Joonis 1. Kuus valdkonda: praegu, siht ja eelmine kord."},
		report.Heading{Level: 2, Text: "Hinnangud küsimuste kaupa"},
		report.Table{Columns: []report.Column{{Title: "Küsimus", Weight: 5}, {Title: "Praegu", Weight: 1, Align: report.Centre},
			{Title: "Siht", Weight: 1, Align: report.Centre}, {Title: "Mida me näeme", Weight: 5}}, Rows: rows},
	}}
}

func work(goals int) []report.Section {
	day := func(y, m int) time.Time { return time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC) }
	months := strings.Fields("jaan veebr märts apr mai juuni juuli aug sept okt nov dets")
	gantt := chart.GanttConfig{Width: 253, Size: 8, Measure: fonts.Measure, Title: "Tegevused", LabelWidth: 80,
		Start: day(2026, 9), End: day(2029, 6), FirstMonth: time.September, Month: func(m int) string { return months[m-1] },
		Today: day(2027, 2), TodayWord: "täna", Words: map[chart.Bar]string{chart.BarPlanned: "kavandatud", chart.BarActive: "töös",
			chart.BarDone: "tehtud", chart.BarPaused: "ootel", chart.BarDropped: "ära jäetud", chart.BarOverdue: "hilineb"}}
	for y := 2027; y < 2030; y++ {
		gantt.Breaks = append(gantt.Breaks, chart.GanttBreak{Start: day(y, 6), End: day(y, 9)})
	}
	plan := report.Section{Title: "Kuidas me sinna jõuame?", NewPage: true}
	for g := range goals {
		goal := fmt.Sprintf("G%d", g+1)
		gantt.Rows = append(gantt.Rows, chart.GanttRow{Code: goal, Label: "Õpetajad õpivad üksteiselt", Group: true})
		plan.Blocks = append(plan.Blocks, report.Heading{Level: 2, Code: goal, Text: "Õpetajad õpivad üksteiselt ja katsetavad uut iga õppeaasta jooksul"},
			report.Paragraph{Text: "Teenib visiooni rida V2. Lähtub vajadusest N3: kolleegide tunde külastatakse harva."},
			report.Heading{Level: 3, Text: "Kuidas me teame, et oleme jõudnud?"},
			report.Figure{Drawing: chart.Trend(chart.TrendConfig{Width: 110, Height: 32, Size: 8, Measure: fonts.Measure, Title: "Tunnikülastused", HasTarget: true,
				Target: 80, TargetWord: "Siht", Due: day(2029, 6), Points: []chart.TrendPoint{{Day: day(2026, 9), Value: 20}, {Day: day(2027, 3), Value: 35}, {Day: day(2027, 9), Value: 34}, {Day: day(2028, 3), Value: 61.5}}}),
				Caption: "Tunnikülastused õppeaastas, % õpetajatest"})
		table := report.Table{Columns: []report.Column{{Title: "Tegevus", Weight: 6}, {Title: "Kes vastutab?", Weight: 3}, {Title: "Algus", Weight: 2},
			{Title: "Lõpp", Weight: 2}, {Title: "Maksumus", Weight: 2, Align: report.Right}}}
		for a := range 6 {
			code := fmt.Sprintf("A%d", 6*g+a+1)
			text := "Paariskülastused: iga õpetaja käib kaks korda poolaastas kolleegi tunnis ja räägib pärast nähtust"
			table.Rows = append(table.Rows, report.Row{Cells: []report.Cell{{Code: code, Text: text}, {Text: "Õppejuht"}, {Text: "01.09.2026"},
				{Text: "31.05.2027"}, {Text: fmt.Sprintf("%d 250 €", a+1)}}})
			gantt.Rows = append(gantt.Rows, chart.GanttRow{Code: code, Label: text[:60], Start: day(2026, 9+a*4), End: day(2027, 2+a*5), Bar: chart.Bar((a + g) % 6)})
		}
		table.Rows = append(table.Rows, report.Row{Cells: []report.Cell{{Text: "Kokku", Bold: true}, {}, {}, {}, {Text: "26 250 €", Bold: true}}})
		plan.Blocks = append(plan.Blocks, table)
	}
	timeline := report.Section{Title: "Ajakava", Landscape: true}
	for _, part := range gantt.Split(140) {
		timeline.Blocks = append(timeline.Blocks, report.Figure{Drawing: chart.Gantt(part)})
	}
	tall := strings.TrimSpace(strings.Repeat("Väga pikk lahter, mis ei mahu ühele lehele ära. ", 150))
	end := report.Section{Title: "Riskid ja allkirjad", Blocks: []report.Block{
		report.Table{Columns: []report.Column{{Title: "Risk", Weight: 1}, {Title: "Mida me teeme", Weight: 3}}, Rows: []report.Row{
			{Cells: []report.Cell{{Text: "Lühike"}, {Text: "Jälgime."}}}, {Cells: []report.Cell{{Text: "Pikk risk"}, {Text: tall + " LÕPP"}}}}},
		report.Signatures{Lines: []report.Signature{{Under: "direktor", Name: "Õie Šmidt-Žukov"}, {Under: "hoolekogu esimees", Name: "Jüri Võsu"}, {Under: "koolipidaja esindaja"}}}}}
	return []report.Section{plan, timeline, end}
}

// logo is a picture with 16 bits a channel and a clear ground, which the PDF writer would refuse.
func logo(t testing.TB, width, height int) app.Bytes {
	t.Helper()
	img := image.NewNRGBA64(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			dx, dy := float64(x)/float64(width)-0.5, float64(y)/float64(height)-0.5
			if dx*dx+dy*dy < 0.2 {
				img.Set(x, y, color.NRGBA64{0x0b00, 0x6e00, uint16(0x6e00 + y*10), 0xffff})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return app.Bytes(b.String())
}
