package schoolfile

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"
)

// A process that edits is killed again and again, at any moment, and each time the file holds what was accepted last, or
// the one edit more that was being written.
func TestKillWhileWriting(t *testing.T) {
	if path := os.Getenv("WAYMARK_TEST_WRITE"); path != "" {
		writeUntilKilled(path)
	}
	kills := 25
	if soaking() {
		kills = 300
	}
	path := aClosedFile(t, oneOfEach()...)
	records := oneOfEach()
	chance := rand.New(rand.NewPCG(uint64(soakSeed()), 0))
	accepted, torn, started := 0, 0, 50*time.Millisecond
	for round := range kills {
		// Given a process that makes edits, killed some edits later or while it opens the file
		number := soakSeed()*1_000 + round
		w := startWriter(t, path, number)
		begun := time.Now()
		wait := time.Duration(chance.Int64N(int64(started) * 5 / 4))
		if after := chance.IntN(40); after > 0 {
			w.await(t, 1)
			started = time.Since(begun)
			w.await(t, after)
			edit := (time.Since(begun) - started + time.Millisecond) / time.Duration(after)
			wait = time.Duration(chance.Int64N(int64(edit)))
			if round%2 == 0 {
				awaitJournal(path)
				wait /= 4
			}
		}
		time.Sleep(wait)
		n := w.kill(t)
		accepted += n
		if _, err := os.Stat(path + "-journal"); err == nil {
			torn++
		}
		// When the file is opened again, the lock of the dead does not hold it
		f, err := Open(context.Background(), path, anHourLater())
		if err != nil {
			t.Fatalf("kill %d: %v", round, err)
		}
		if f.ReadOnly() {
			t.Fatalf("kill %d: the lock of the dead was not taken over", round)
		}
		if !f.Outside().None() {
			t.Fatalf("kill %d, hand %d: the file seems changed by others: %v", round, number, f.Outside())
		}
		// Then it holds what was accepted, or one edit more
		ledger := newLedger(t, records, number)
		records = all(f.Book())
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if !ledger.accepts(t, records, n) {
			t.Fatalf("kill %d, hand %d: %s", round, number, ledger.differs(t, records, n))
		}
		if !soaking() && round%5 != 0 {
			continue
		}
		if err := checkUnharmed(path); err != nil {
			t.Fatalf("kill %d, hand %d: %v", round, number, err)
		}
	}
	if torn == 0 {
		t.Error("no kill struck while the file was being written, so this has proved nothing")
	}
	t.Logf("seed %d: %d edits acknowledged, %d kills, %d of them in the middle of writing, 0 losses",
		soakSeed(), accepted, kills, torn)
}

// writeUntilKilled makes edits for ever and acknowledges each on standard output.
func writeUntilKilled(path string) {
	f, err := Open(context.Background(), path, anHourLater())
	if err == nil {
		var number int
		if _, err = fmt.Sscan(os.Getenv("WAYMARK_TEST_HAND"), &number); err == nil {
			for h := newHand(f.Book(), f, number); err == nil; _, err = os.Stdout.WriteString(acknowledgement) {
				if err = h.edit(); err != nil {
					break
				}
			}
		}
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// acknowledgement is what a writing process says once an edit is accepted.
const acknowledgement = "accepted\n"

// killable is a process in writeUntilKilled.
type killable struct {
	command  *exec.Cmd
	said     *bufio.Scanner
	problems bytes.Buffer
	accepted int
}

func startWriter(t *testing.T, path string, number int) *killable {
	t.Helper()
	w := &killable{command: exec.Command(os.Args[0], "-test.run=^TestKillWhileWriting$")}
	w.command.Env = append(os.Environ(), "WAYMARK_TEST_WRITE="+path, fmt.Sprint("WAYMARK_TEST_HAND=", number))
	w.command.Stderr = &w.problems
	stdout, err := w.command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	w.said = bufio.NewScanner(stdout)
	if err := w.command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.command.Process.Kill() })
	return w
}

// await returns when n edits are acknowledged.
func (w *killable) await(t *testing.T, n int) {
	t.Helper()
	for w.accepted < n {
		if !w.said.Scan() {
			_ = w.command.Wait() // it has failed, and said why
			t.Fatalf("the writer ended after %d edits: %s", w.accepted, &w.problems)
		}
		w.accepted++
	}
}

// awaitJournal returns when something is being written to the file, or is not for long.
func awaitJournal(path string) {
	for begun := time.Now(); time.Since(begun) < time.Second; {
		if _, err := os.Stat(path + "-journal"); err == nil {
			return
		}
	}
}

// kill ends the process at once and returns how many edits it had acknowledged.
func (w *killable) kill(t *testing.T) int {
	t.Helper()
	if err := w.command.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for w.said.Scan() {
		w.accepted++
	}
	var ended *exec.ExitError
	if err := w.command.Wait(); !errors.As(err, &ended) || ended.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
		t.Fatalf("the writer was not killed but ended after %d edits (%v): %s", w.accepted, err, &w.problems)
	}
	return w.accepted
}
