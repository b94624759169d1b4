//go:build linux

package display

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// Program is a running program.
type Program struct {
	t   testing.TB
	cmd *exec.Cmd
	log string

	done chan struct{} // closed when the program has ended
}

// start starts cmd with what it prints going to a file in folder. The program leads a process group of its own, which
// is killed as a whole when the test ends.
func start(t testing.TB, folder string, cmd *exec.Cmd, extra ...*os.File) *Program {
	t.Helper()
	log, err := os.CreateTemp(folder, filepath.Base(cmd.Path)+"-*.log")
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	cmd.Stdout, cmd.Stderr, cmd.ExtraFiles = log, log, extra
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		t.Fatalf("start %s: %v (make test installs what is missing)", cmd.Path, err)
	}
	p := &Program{t: t, cmd: cmd, log: log.Name(), done: make(chan struct{})}
	go func() {
		_ = cmd.Wait() // how it ended is in cmd.ProcessState
		close(p.done)
	}()
	t.Cleanup(p.Kill)
	return p
}

// PID returns the number of the process.
func (p *Program) PID() int { return p.cmd.Process.Pid }

// Running tells whether the program has not ended.
func (p *Program) Running() bool {
	select {
	case <-p.done:
		return false
	default:
		return true
	}
}

// Kill ends the program and all it started as kill -9 does, without a chance to tidy up, and waits until it is gone.
func (p *Program) Kill() {
	p.t.Helper()
	if err := syscall.Kill(-p.PID(), syscall.SIGKILL); err != nil && !errors.Is(err, syscall.ESRCH) {
		p.t.Errorf("kill %s: %v", p.cmd.Path, err)
	}
	<-p.done
}

// Interrupt asks the program to end, as Ctrl+C does.
func (p *Program) Interrupt() {
	p.t.Helper()
	if err := p.cmd.Process.Signal(os.Interrupt); err != nil && !errors.Is(err, os.ErrProcessDone) {
		p.t.Errorf("interrupt %s: %v", p.cmd.Path, err)
	}
}

// Exit waits until the program has ended by itself and returns its exit code, -1 when a signal ended it.
func (p *Program) Exit() int {
	p.t.Helper()
	Until(p.t, filepath.Base(p.cmd.Path)+" to end", func() bool { return !p.Running() })
	return p.cmd.ProcessState.ExitCode()
}

// Output returns what the program has printed up to now, standard output and error in one.
func (p *Program) Output() string {
	p.t.Helper()
	out, err := os.ReadFile(p.log)
	if err != nil {
		p.t.Fatal(err)
	}
	return string(out)
}
