// Package agefile keeps copies of files under a password, in the age format (age-encryption.org/v1), so that other
// programs that know the format can open them too. Whoever has lost the password has lost the copy. It imports app,
// data/atomicfile, age and x/text.
package agefile

import (
	"bufio"
	"errors"
	"io"
	"slices"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"waymark/app"
)

// Extension is how the names of protected copies end, after the name of what is in them.
const Extension = ".age"

// intro is how every file of the format begins.
const intro = "age-encryption.org/v1\n"

// workFactor is the binary logarithm of the work that a guess at a password takes: a second and 256 MB of memory. A file
// that asks for more is not opened.
const workFactor = 18

// Encrypt writes what r yields to w, protected by password. An empty password is an Error of KindInvalid; errors of r and
// w are returned as they are.
func Encrypt(w io.Writer, r io.Reader, password string) error {
	return encrypt(w, r, password, workFactor)
}

func encrypt(w io.Writer, r io.Reader, password string, work int) error {
	if password == "" {
		return emptyPassword("protect")
	}
	recipient, err := age.NewScryptRecipient(typed(password))
	if err != nil {
		return err
	}
	recipient.SetWorkFactor(work)
	protected, err := age.Encrypt(w, recipient)
	if err != nil {
		return err
	}
	if _, err := io.Copy(protected, r); err != nil {
		return err
	}
	return protected.Close()
}

// Decrypt writes what is in the protected r to w, at most limit bytes of it. On failure w may hold a part. The Error is of
// KindInvalid when the password is empty or wrong, KindForeign when r is no file that a password protects or holds more
// than limit, and KindDamaged when it is cut short or changed. A change in the few bytes that hold the key looks like a
// wrong password. Errors of r and w are returned as they are.
func Decrypt(w io.Writer, r io.Reader, password string, limit int64) error {
	if password == "" {
		return emptyPassword("unprotect")
	}
	from := &source{r: r}
	begins := bufio.NewReader(from)
	if head, err := begins.Peek(len(intro)); string(head) != intro {
		return from.fault(foreign("error.not_protected", err))
	}
	identity, err := age.NewScryptIdentity(typed(password))
	if err != nil {
		return err
	}
	identity.SetMaxWorkFactor(workFactor)
	plain, err := age.Decrypt(begins, identity)
	if err != nil {
		return from.fault(locked(err))
	}
	buffer := make([]byte, 64<<10)
	for {
		n, err := plain.Read(buffer)
		if limit -= int64(n); limit < 0 {
			return foreign("error.protected_large", nil)
		}
		if _, err := w.Write(buffer[:n]); err != nil {
			return err
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return from.fault(damaged(err))
		}
	}
}

// typed is the password as bytes: letters with accents are one, whichever way the keyboard or the clipboard gave them.
func typed(password string) string { return norm.NFC.String(password) }

// source remembers what went wrong in reading.
type source struct {
	r   io.Reader
	err error
}

func (s *source) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	if err != nil && err != io.EOF {
		s.err = err
	}
	return n, err
}

// fault returns what went wrong in reading; when nothing did, what was read is at fault.
func (s *source) fault(read error) error {
	if s.err != nil {
		return s.err
	}
	return read
}

// locked says why the key could not be had.
func locked(err error) error {
	var none *age.NoIdentityMatchError
	switch {
	case !errors.As(err, &none):
		return damaged(err)
	case slices.Contains(none.StanzaTypes, "scrypt"):
		return &app.Error{Op: "unprotect", Kind: app.KindInvalid, Text: app.Say("error.wrong_password"), Err: err}
	}
	return foreign("error.not_protected", err) // protected by keys, not by a password
}

func emptyPassword(op string) error { return app.Invalid(op, app.Say("error.empty_password")) }

func foreign(key string, err error) error {
	return &app.Error{Op: "unprotect", Kind: app.KindForeign, Text: app.Say(key), Err: err}
}

func damaged(err error) error {
	return &app.Error{Op: "unprotect", Kind: app.KindDamaged, Text: app.Say("error.protected_damaged"), Err: err}
}
