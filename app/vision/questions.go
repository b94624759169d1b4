package vision

import (
	"fmt"
	"slices"

	"waymark/app"
)

// shippedQuestions is how many texts vision.question.1 … there are.
const shippedQuestions = 5

// Questions returns the guiding questions of a cycle in order.
func Questions(b *app.Book, cycle app.ID[app.Cycle]) []app.Question {
	return b.Questions.Where(func(q app.Question) bool { return q.Cycle == cycle })
}

// Shipped returns the guiding questions that Waymark proposes.
func Shipped() []app.Text {
	var texts []app.Text
	for n := range shippedQuestions {
		texts = append(texts, app.Say(fmt.Sprintf("vision.question.%d", n+1)))
	}
	return texts
}

// TakeShipped returns the edit that adds, behind the others, the questions of texts that the cycle does not have yet; it is
// empty when all are there. The errors are those of app.Validate.
func TakeShipped(b *app.Book, cycle app.ID[app.Cycle], texts []string) (app.Edit, error) {
	there := map[string]bool{}
	for _, q := range Questions(b, cycle) {
		there[q.Text] = true
	}
	question := app.Question{Cycle: cycle, Position: nextQuestion(b, cycle)}
	var changes []app.Change
	for _, text := range texts {
		question.Text = app.CleanLine(text)
		if there[question.Text] {
			continue
		}
		there[question.Text] = true
		if err := app.Validate(question); err != nil {
			return app.Edit{}, err
		}
		question.ID = app.NewID[app.Question]()
		changes = append(changes, app.Insert(question))
		question.Position++
	}
	return app.Edit{Label: app.Say("edit.add_questions", "count", len(changes)), Changes: changes}, nil
}

// AddQuestion returns the edit that adds a question at the end. The errors are those of app.Save.
func AddQuestion(b *app.Book, cycle app.ID[app.Cycle], text string) (app.Edit, error) {
	return app.Save(b, app.Question{ID: app.NewID[app.Question](), Cycle: cycle, Text: app.CleanLine(text), Position: nextQuestion(b, cycle)})
}

// MoveQuestion returns the edit that moves a question by steps among those of its cycle; its ideas keep answering to it.
func MoveQuestion(b *app.Book, id app.ID[app.Question], steps int) app.Edit {
	question, ok := b.Questions.Get(id)
	if !ok {
		return app.Edit{}
	}
	questions := Questions(b, question.Cycle)
	at := slices.Index(questions, question)
	return app.Edit{Label: app.Label(b, "edit.move", question), Changes: app.Move(questions, at, at+steps,
		func(q app.Question, position int) app.Question { q.Position = position; return q })}
}

func nextQuestion(b *app.Book, cycle app.ID[app.Cycle]) int {
	return app.NextPosition(Questions(b, cycle), func(q app.Question) int { return q.Position })
}
