-- Waymark school file, version 1.
--
-- One table for each kind of record. IDs are 32 lower-case hexadecimal digits; NULL stands for "none". Dates are ISO 8601
-- days, NULL when not given. Numbers that may be unknown are REAL, NULL when unknown. Sums of money are INTEGER, in
-- hundredths. Whatever is empty text was left empty.

-- The one school of this file.
CREATE TABLE school (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  name TEXT NOT NULL, -- name of the school
  address TEXT NOT NULL, -- postal address
  type TEXT NOT NULL, -- in the school's own words, such as basic school, grades 1-9
  head TEXT NOT NULL, -- the headteacher
  owner TEXT NOT NULL, -- municipality, state or foundation that runs the school
  logo BLOB NOT NULL, -- PNG or JPEG; no bytes when there is none
  currency TEXT NOT NULL, -- ISO 4217, such as EUR
  current_cycle TEXT REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED -- the cycle at work
) STRICT;

-- One development period.
CREATE TABLE cycle (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  name TEXT NOT NULL, -- optional; the years speak for it when empty
  start TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- first day
  "end" TEXT CHECK ("end" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]') -- last day
) STRICT;

-- A member of the leadership team or another person who carries actions.
CREATE TABLE member (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  role TEXT NOT NULL, -- what the person is: deputy head, teacher, parent
  name TEXT NOT NULL, -- optional
  position INTEGER NOT NULL -- order within the list, counted from 1
) STRICT;

-- One vision note.
CREATE TABLE idea (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED, -- the cycle it was written for
  text TEXT NOT NULL, -- what it says
  position INTEGER NOT NULL -- order within the list, counted from 1
) STRICT;
CREATE INDEX idea_by_cycle ON idea (cycle);

-- A cycle's statement of where the school wants to be.
CREATE TABLE vision (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED, -- the cycle it belongs to
  statement TEXT NOT NULL, -- the statement
  "values" TEXT NOT NULL, -- what the school holds dear
  adopted TEXT CHECK (adopted GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- day of adoption
  adopted_by TEXT NOT NULL -- the body that adopted it
) STRICT;
CREATE INDEX vision_by_cycle ON vision (cycle);

-- A numbered sentence of the vision that goals point to: V1, V2 ...
CREATE TABLE vision_line (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED, -- the cycle it belongs to
  text TEXT NOT NULL, -- the sentence
  position INTEGER NOT NULL -- order within the list, counted from 1
) STRICT;
CREATE INDEX vision_line_by_cycle ON vision_line (cycle);

-- One round of self-assessment with one framework.
CREATE TABLE assessment (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED, -- the cycle it belongs to
  framework TEXT NOT NULL, -- key of the framework
  held TEXT CHECK (held GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- day of the round
  note TEXT NOT NULL -- who took part, in a sentence
) STRICT;
CREATE INDEX assessment_by_cycle ON assessment (cycle);

-- What the team says about one item of an assessment. Levels count from 1; 0 means not given. Single votes are never kept.
CREATE TABLE judgement (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  assessment TEXT NOT NULL REFERENCES assessment (id) DEFERRABLE INITIALLY DEFERRED, -- the round it belongs to
  item TEXT NOT NULL, -- key of the item within the framework
  practice TEXT NOT NULL, -- box: what we do
  needs TEXT NOT NULL, -- box: what is missing
  ideas TEXT NOT NULL, -- box: what we could try
  agreed INTEGER NOT NULL CHECK (agreed BETWEEN 0 AND 6), -- level the team agreed on
  target INTEGER NOT NULL CHECK (target BETWEEN 0 AND 6), -- level the team wants
  votes INTEGER NOT NULL CHECK (votes >= 0), -- number of votes in the blind vote
  median REAL, -- middle of the vote; NULL without a vote
  lowest INTEGER NOT NULL CHECK (lowest BETWEEN 0 AND 6), -- lowest level voted for
  highest INTEGER NOT NULL CHECK (highest BETWEEN 0 AND 6), -- highest level voted for
  dissent TEXT NOT NULL, -- what was said against the agreed level
  not_applicable INTEGER NOT NULL CHECK (not_applicable IN (0, 1)) -- 1 when the item does not fit this school
) STRICT;
CREATE INDEX judgement_by_assessment ON judgement (assessment);

-- Backs a judgement.
CREATE TABLE evidence (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  judgement TEXT NOT NULL REFERENCES judgement (id) DEFERRABLE INITIALLY DEFERRED, -- the judgement it backs
  what TEXT NOT NULL, -- what it is
  kept TEXT NOT NULL, -- where it is kept
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- day it is from
  strength TEXT NOT NULL CHECK (strength IN ('claim', 'document', 'observed', 'measured')), -- how much weight it carries, weakest first
  confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)), -- 1 when it stays out of public documents
  position INTEGER NOT NULL -- order within the list, counted from 1
) STRICT;
CREATE INDEX evidence_by_judgement ON evidence (judgement);

-- A chosen need or group of needs.
CREATE TABLE priority (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED, -- the cycle it belongs to
  title TEXT NOT NULL, -- its name
  reason TEXT NOT NULL, -- why it was chosen
  impact INTEGER NOT NULL CHECK (impact BETWEEN 0 AND 3), -- 1 small, 2 medium, 3 large; 0 not judged
  effort INTEGER NOT NULL CHECK (effort BETWEEN 0 AND 3), -- as impact
  position INTEGER NOT NULL -- order within the list, counted from 1
) STRICT;
CREATE INDEX priority_by_cycle ON priority (cycle);

-- A development need: N1, N2 ...
CREATE TABLE need (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED, -- the cycle it belongs to
  text TEXT NOT NULL, -- what is needed
  judgement TEXT REFERENCES judgement (id) DEFERRABLE INITIALLY DEFERRED, -- where it comes from; NULL when the team added it by itself
  priority TEXT REFERENCES priority (id) DEFERRABLE INITIALLY DEFERRED, -- what takes it up; NULL while nothing does
  position INTEGER NOT NULL -- order within the list, counted from 1
) STRICT;
CREATE INDEX need_by_cycle ON need (cycle);
CREATE INDEX need_by_judgement ON need (judgement) WHERE judgement IS NOT NULL;
CREATE INDEX need_by_priority ON need (priority) WHERE priority IS NOT NULL;

-- What a priority shall reach: G1, G2 ...
CREATE TABLE goal (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  priority TEXT NOT NULL REFERENCES priority (id) DEFERRABLE INITIALLY DEFERRED, -- the priority it belongs to
  vision_line TEXT REFERENCES vision_line (id) DEFERRABLE INITIALLY DEFERRED, -- the line it serves; NULL when it hangs loose
  text TEXT NOT NULL, -- the goal
  position INTEGER NOT NULL -- order within the list, counted from 1
) STRICT;
CREATE INDEX goal_by_priority ON goal (priority);
CREATE INDEX goal_by_vision_line ON goal (vision_line) WHERE vision_line IS NOT NULL;

-- Tells by a number how near a goal is.
CREATE TABLE indicator (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  goal TEXT NOT NULL REFERENCES goal (id) DEFERRABLE INITIALLY DEFERRED, -- the goal it belongs to
  name TEXT NOT NULL, -- what is counted
  baseline REAL, -- value at the start; NULL when unknown
  target REAL, -- value aimed at; NULL when unknown
  unit TEXT NOT NULL, -- such as % or hours
  direction TEXT NOT NULL CHECK (direction IN ('up', 'down')), -- which way it should move
  method TEXT NOT NULL, -- how it is measured
  due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- day by which the target is to be reached
  position INTEGER NOT NULL -- order within the list, counted from 1
) STRICT;
CREATE INDEX indicator_by_goal ON indicator (goal);

-- An indicator's value on a date.
CREATE TABLE measurement (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  indicator TEXT NOT NULL REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED, -- the indicator measured
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- day of the measurement
  value REAL, -- the value
  note TEXT NOT NULL -- how it came about
) STRICT;
CREATE INDEX measurement_by_indicator ON measurement (indicator);

-- One piece of work for a goal: A1, A2 ...
CREATE TABLE action (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  goal TEXT NOT NULL REFERENCES goal (id) DEFERRABLE INITIALLY DEFERRED, -- the goal it serves
  text TEXT NOT NULL, -- what is done
  responsible TEXT REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED, -- who carries it; NULL while nobody does
  supporters TEXT NOT NULL, -- who helps
  start TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- first day
  "end" TEXT CHECK ("end" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- last day
  cost INTEGER NOT NULL, -- in hundredths of the school's currency
  funding TEXT NOT NULL, -- where the money comes from
  hours REAL, -- working time; NULL when unknown
  training TEXT NOT NULL, -- training for whom
  evidence TEXT NOT NULL, -- what will show that it was done
  risks TEXT NOT NULL, -- what may go wrong
  status TEXT NOT NULL CHECK (status IN ('planned', 'in_progress', 'done', 'paused', 'dropped')), -- where it stands; overdue is computed
  drop_reason TEXT NOT NULL, -- why it was dropped
  position INTEGER NOT NULL -- order within the list, counted from 1
) STRICT;
CREATE INDEX action_by_goal ON action (goal);
CREATE INDEX action_by_responsible ON action (responsible) WHERE responsible IS NOT NULL;

-- A meeting at which the plan is looked at.
CREATE TABLE review (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED, -- the cycle it belongs to
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- day of the meeting
  present TEXT NOT NULL, -- who was there, by role
  decisions TEXT NOT NULL, -- what was decided
  next TEXT CHECK (next GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]') -- day of the next meeting
) STRICT;
CREATE INDEX review_by_cycle ON review (cycle);

-- What a review says about one action.
CREATE TABLE check_in (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  review TEXT NOT NULL REFERENCES review (id) DEFERRABLE INITIALLY DEFERRED, -- the meeting
  action TEXT NOT NULL REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED, -- the action looked at
  status TEXT NOT NULL CHECK (status IN ('planned', 'in_progress', 'done', 'paused', 'dropped')), -- where it stood at that meeting
  confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 5), -- 1 we shall not make it ... 5 certain; 0 not given
  note TEXT NOT NULL -- what was said
) STRICT;
CREATE INDEX check_in_by_review ON check_in (review);
CREATE INDEX check_in_by_action ON check_in (action);

-- What was done, undone and redone, in the order in which it reached the disk. Waymark only ever adds to it.
CREATE TABLE activity (
  id INTEGER PRIMARY KEY, -- counts up
  at TEXT NOT NULL, -- RFC 3339, with the time zone of the computer
  cause TEXT NOT NULL CHECK (cause IN ('do', 'undo', 'redo')), -- how it came about
  label TEXT NOT NULL, -- key of the text that names the edit
  args TEXT NOT NULL CHECK (json_valid(args)), -- JSON object: arguments of that text
  changes TEXT NOT NULL CHECK (json_valid(changes)) -- JSON list: kind, id, before and after of each record
) STRICT;
