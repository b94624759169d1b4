// Package app is the school's journey: the records of a school file, the Book that holds them in memory, the Edit that
// changes them and the History that does, undoes and redoes edits.
//
// It imports the standard library only. Packages below it (vision, assessment, planning, progress) answer questions
// about a Book and build edits; they never apply them.
package app
