package ui

import (
	"context"
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"waymark/app/chart"
	"waymark/app/survey"
	"waymark/ui/screen"
)

// ChooseFile asks for a school file and opens it.
func (s *Shell) ChooseFile() {
	s.chooseOpen("choose.school", []string{".waymark", ".age"}, s.deps.Files.SchoolPath(""), func(path string) { s.Open(path, screen.Route{}) })
}

// ChoosePicture asks for a PNG or JPEG and hands its path to use.
func (s *Shell) ChoosePicture(use func(path string)) {
	s.chooseOpen("choose.picture", []string{".png", ".jpg", ".jpeg"}, s.file.Path(), use)
}

// ChooseToRead asks the question for a file with one of the extensions and hands its path to use.
func (s *Shell) ChooseToRead(question string, extensions []string, use func(path string)) {
	s.chooseOpen(question, extensions, s.file.Path(), use)
}

// ReadFile reads a file of at most that many bytes.
func (s *Shell) ReadFile(path string, most int64) ([]byte, error) {
	return s.deps.Files.ReadFile(path, most)
}

// ReadTable reads a table that another program wrote; the zero Options find out how. It may take long.
func (s *Shell) ReadTable(ctx context.Context, path string, options survey.Options) (survey.File, error) {
	return s.deps.Files.ReadTable(ctx, path, options)
}

// SaveBeside writes a file beside the school file, named after both and the title, and returns its path. One of that name
// is replaced.
func (s *Shell) SaveBeside(title, extension string, write func(io.Writer) error) (string, error) {
	path := s.deps.Files.DocumentPath(s.file.Path(), title, extension)
	return path, s.deps.Files.WriteFile(path, write)
}

// WritePNG writes a drawing as PNG.
func (s *Shell) WritePNG(w io.Writer, d chart.Drawing) error { return s.deps.Files.WritePNG(w, d) }

// chooseFolder asks the question for a folder, beginning near a path, and hands it to use.
func (s *Shell) chooseFolder(question, near string, use func(folder string)) {
	s.choose(dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		s.chooser = nil
		if err != nil || folder == nil {
			s.Show(err)
			return
		}
		use(folder.Path())
	}, s.window), question, near)
}

// chooseOpen asks the question for a file that ends in one of extensions and hands its path to use.
func (s *Shell) chooseOpen(question string, extensions []string, near string, use func(path string)) {
	if s.deps.Answer != nil {
		if path := s.deps.Answer(); path != "" {
			use(path)
			return
		}
	}
	d := dialog.NewFileOpen(func(chosen fyne.URIReadCloser, err error) {
		s.chooser = nil
		if err != nil || chosen == nil {
			s.Show(err)
			return
		}
		path := chosen.URI().Path()
		if err := chosen.Close(); err != nil {
			s.Show(err)
			return
		}
		use(path)
	}, s.window)
	d.SetFilter(storage.NewExtensionFileFilter(extensions))
	s.choose(d, question, near)
}

// choose shows a file dialog that asks the question and begins in the folder of the path near, as large as the window allows.
func (s *Shell) choose(d *dialog.FileDialog, question, near string) {
	d.SetTitleText(s.words.Say(question))
	if folder, err := storage.ListerForURI(storage.NewFileURI(filepath.Dir(near))); err == nil {
		d.SetLocation(folder)
	}
	s.chooser = d
	d.Show()
	size := s.window.Canvas().Size()
	d.Resize(fyne.NewSize(min(size.Width-40, 900), min(size.Height-40, 620))) // Fyne panics when it is not shown yet
}
