package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver"

	"waymark/app"
	"waymark/data/fonts"
	"waymark/data/preferencefile"
	"waymark/translations"
	"waymark/ui"
	"waymark/ui/screen"
)

// openWindow opens the window, at a file and a place in it when they are given.
func openWindow(a arguments, _ *translations.Printer, _ io.Writer) error {
	if len(a.files) > 1 || a.document != "" || a.output != "" {
		return errUsage
	}
	open := ""
	if len(a.files) == 1 {
		open = a.files[0]
	}
	var at screen.Route
	if a.at != "" {
		var err error
		if at, err = screen.ParseRoute(a.at); err != nil {
			return err
		}
	}
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" {
		return noDisplay(nil)
	}
	home := home()
	crash := beginLog(home)

	collect := debug.SetGCPercent(-1) // nothing to collect is worth slowing the first picture; see settle
	var fyneApp fyne.App
	files := newFiles(home, func(path string) error { return fyneApp.OpenURL(fileURL(path)) })
	if open != "" {
		files.openEarly(open)
		defer files.early.drop()
	}
	fyneApp = fyneapp.NewWithID("org.waymark.waymark")
	window := fyneApp.NewWindow("Waymark")
	window.SetPadded(false)
	window.SetMaster()
	language := a.language
	if language == "" {
		language = systemLanguage()
	}
	shell := ui.New(window, ui.Dependencies{
		Files:        files,
		Preferences:  preferencefile.File{Folder: home},
		Runner:       ui.LiveRunner{},
		Now:          time.Now,
		Language:     language,
		Chosen:       a.language,
		ApplyTheme:   fyneApp.Settings().SetTheme,
		Version:      version,
		Notices:      fonts.Licence(),
		Quit:         func() { quit(fyneApp) },
		NewWindow:    fyneApp.NewWindow,
		Screens:      screens,
		OtherDisplay: otherDisplay,
	})
	words := readWords(shell.Language())
	begin := sync.OnceFunc(func() {
		shell.Begin(<-words, open, at)
		if crash != "" {
			shell.TellCrash(crash)
		}
	})
	shell.WhenMade(func() {
		if files.early.within(time.Second) { // a window that stays away would be started again
			begin()
		}
	})
	var missing error
	fyneApp.Lifecycle().SetOnStarted(func() {
		if missing = watchWindow(window, fyneApp.Quit); missing != nil {
			return
		}
		ui.LiveRunner{}.After(0, begin)
		ui.LiveRunner{}.After(time.Second/2, func() {
			closeWhenAsked(shell) // by now Fyne listens too, on a goroutine of its own, which is ended
			fyneApp.SetIcon(icon)
			window.SetIcon(icon) // every other window takes it from the app
			settle(collect)
		})
	})
	if err := show(window); err != nil {
		return err
	}
	return missing
}

// show runs the window until it is closed. Fyne panics when there is no display to open it on.
func show(window fyne.Window) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			cause, ok := fault.(error)
			if !ok || !strings.Contains(cause.Error(), "GLFW library is not initialized") {
				panic(fault)
			}
			err = noDisplay(cause)
		}
	}()
	window.ShowAndRun()
	return nil
}

func noDisplay(cause error) error {
	return &app.Error{Op: "open window", Kind: app.KindUnavailable, Text: app.Say("error.no_display"), Err: cause}
}

// readWords reads the words of a language, and the faces they are drawn with, while the display makes the window: both
// take a good part of the first picture. Nothing else may measure text until the words are there.
func readWords(language string) <-chan *translations.Printer {
	words := make(chan *translations.Printer, 1)
	go func() {
		for _, bold := range []bool{false, true} {
			fyne.MeasureText("Waymark", 16, fyne.TextStyle{Bold: bold})
		}
		words <- wordsFor(language)
	}()
	return words
}

// settle ends the start: memory is collected as usual, and what the start left over goes back to the system.
func settle(collect int) {
	debug.SetGCPercent(collect)
	debug.FreeOSMemory()
}

// quit ends the program. Fyne's own way out now and then waits for ever for an event that it has thrown away itself, when
// nothing is left to see or to save.
func quit(fyneApp fyne.App) {
	time.AfterFunc(5*time.Second, func() { os.Exit(exitDone) })
	fyneApp.Quit()
}

// closeWhenAsked closes the window, with what is being typed in it, when the system asks the program to end, such as at
// logging out; Fyne would end without looking.
func closeWhenAsked(shell *ui.Shell) {
	asked := make(chan os.Signal, 1)
	signal.Reset(os.Interrupt, syscall.SIGTERM)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-asked
		fyne.Do(func() {
			shell.Close()
			shell.Close() // what cannot be kept holds up the first one only
		})
	}()
}

// watchWindow ends the program when no window could be made: Fyne then goes on running without one, unseen.
func watchWindow(window fyne.Window, quit func()) (missing error) {
	native, ok := window.(driver.NativeWindow)
	if !ok {
		return nil
	}
	native.RunNative(func(context any) {
		if handle, known := windowHandle(context); known && handle == 0 {
			missing = &app.Error{Op: "open window", Kind: app.KindUnavailable, Text: app.Say("error.no_window")}
			quit()
		}
	})
	return missing
}

func windowHandle(context any) (handle uintptr, known bool) {
	switch c := context.(type) {
	case driver.WindowsWindowContext:
		return c.HWND, true
	case driver.X11WindowContext:
		return c.WindowHandle, true
	}
	return 0, false
}

func fileURL(path string) *url.URL {
	path = filepath.ToSlash(path)
	if len(path) > 0 && path[0] != '/' {
		path = "/" + path
	}
	return &url.URL{Scheme: "file", Path: path}
}

// home is the folder for preferences, the practice school, the log and the crash file.
func home() string {
	config, err := os.UserConfigDir()
	if err != nil {
		return "."
	}
	return filepath.Join(config, "waymark")
}

// beginLog sends the log and, should the program break down, its last words to files in folder. It returns the last
// words of the run before, if there were any.
func beginLog(folder string) (crash string) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		slog.Error("no folder for the log", "error", err)
		return ""
	}
	crashPath := filepath.Join(folder, "crash.txt")
	if words, err := os.ReadFile(crashPath); err == nil && len(words) > 0 {
		crash = string(words)
		if err := os.WriteFile(filepath.Join(folder, "crash-before.txt"), words, 0o600); err != nil {
			slog.Error("crash file not kept", "error", err)
		}
	}
	log, logErr := os.OpenFile(filepath.Join(folder, "log.txt"), os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	crashFile, crashErr := os.Create(crashPath)
	if err := errors.Join(logErr, crashErr); err != nil {
		slog.Error("no log", "error", err)
		return crash
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(io.MultiWriter(log, os.Stderr), nil)))
	if err := debug.SetCrashOutput(crashFile, debug.CrashOptions{}); err != nil {
		slog.Error("no crash file", "error", err)
	}
	if err := crashFile.Close(); err != nil {
		slog.Error("crash file", "error", err)
	}
	slog.Info(fmt.Sprintf("Waymark %s begins", version))
	return crash
}
