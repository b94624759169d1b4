-- Waymark school file, version 3.
--
-- The workshop in which a vision is made: questions, themes, votes of which only counts remain, perspectives, drafts and how
-- far they are supported, adopted versions, time boxes. What an older record has no value for is empty.

-- A guiding question to which ideas answer.
CREATE TABLE question (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED, -- the cycle it belongs to
  text TEXT NOT NULL, -- what is asked
  position INTEGER NOT NULL, -- order within the list, counted from 1
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX question_by_cycle ON question (cycle);

-- A cluster of ideas.
CREATE TABLE theme (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED, -- the cycle it belongs to
  name TEXT NOT NULL, -- its heading
  colour INTEGER NOT NULL CHECK (colour >= 0), -- of the palette of themes, counted from 0
  position INTEGER NOT NULL, -- order within the list, counted from 1
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX theme_by_cycle ON theme (cycle);

ALTER TABLE idea ADD COLUMN question TEXT REFERENCES question (id) DEFERRABLE INITIALLY DEFERRED; -- that it answers
ALTER TABLE idea ADD COLUMN role TEXT NOT NULL DEFAULT ''; -- of who wrote it, never a name
ALTER TABLE idea ADD COLUMN theme TEXT REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED; -- that it is in
ALTER TABLE idea ADD COLUMN also TEXT NOT NULL DEFAULT ''; -- other wordings of the same idea, one a line
CREATE INDEX idea_by_question ON idea (question);
CREATE INDEX idea_by_theme ON idea (theme);

-- What remains of a blind vote on themes.
CREATE TABLE dot_vote (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED, -- the cycle it belongs to
  held TEXT CHECK (held GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- day of the vote
  voters INTEGER NOT NULL CHECK (voters >= 0), -- how many took part
  dots INTEGER NOT NULL CHECK (dots >= 0), -- of each voter
  round INTEGER NOT NULL CHECK (round >= 0), -- counted from 1
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX dot_vote_by_cycle ON dot_vote (cycle);

-- How many dots a theme got in a vote.
CREATE TABLE dot_count (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  vote TEXT NOT NULL REFERENCES dot_vote (id) DEFERRABLE INITIALLY DEFERRED, -- the vote
  theme TEXT NOT NULL REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED, -- the theme
  dots INTEGER NOT NULL CHECK (dots >= 0), -- of all voters together
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX dot_count_by_vote ON dot_count (vote);
CREATE INDEX dot_count_by_theme ON dot_count (theme);

-- What one group will see when the vision has come true.
CREATE TABLE perspective (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED, -- the cycle it belongs to
  "group" TEXT NOT NULL CHECK ("group" IN ('pupils', 'teachers', 'leadership', 'parents', 'community')), -- who
  seen TEXT NOT NULL, -- what they will see
  "like" TEXT NOT NULL, -- what it looks like
  unlike TEXT NOT NULL, -- and does not look like
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX perspective_by_cycle ON perspective (cycle);

-- A wording of the vision that the team considers.
CREATE TABLE draft (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED, -- the cycle it belongs to
  text TEXT NOT NULL, -- the wording
  position INTEGER NOT NULL, -- order within the list, counted from 1
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX draft_by_cycle ON draft (cycle);

-- What remains of a blind check of how far people support a draft.
CREATE TABLE support (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  draft TEXT NOT NULL REFERENCES draft (id) DEFERRABLE INITIALLY DEFERRED, -- the draft
  held TEXT CHECK (held GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- day of the check
  one INTEGER NOT NULL CHECK (one >= 0), -- how many said 1
  two INTEGER NOT NULL CHECK (two >= 0), -- how many said 2
  three INTEGER NOT NULL CHECK (three >= 0), -- how many said 3
  four INTEGER NOT NULL CHECK (four >= 0), -- how many said 4
  five INTEGER NOT NULL CHECK (five >= 0), -- how many said 5
  better TEXT NOT NULL, -- what would make it one better, one wish a line
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX support_by_draft ON support (draft);

ALTER TABLE vision ADD COLUMN minutes TEXT NOT NULL DEFAULT ''; -- number of the minutes of its adoption
ALTER TABLE vision ADD COLUMN heard TEXT NOT NULL DEFAULT ''; -- whose opinions were heard

-- A vision as it was adopted.
CREATE TABLE vision_version (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED, -- the cycle it belongs to
  number INTEGER NOT NULL CHECK (number >= 0), -- counted from 1
  statement TEXT NOT NULL, -- the statement
  "values" TEXT NOT NULL, -- what the school holds dear
  lines TEXT NOT NULL, -- the vision lines, one a line
  adopted TEXT CHECK (adopted GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- day of adoption
  adopted_by TEXT NOT NULL, -- the body that adopted it
  minutes TEXT NOT NULL, -- number of the minutes
  heard TEXT NOT NULL, -- whose opinions were heard
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX vision_version_by_cycle ON vision_version (cycle);

-- How long a step of a workshop may take.
CREATE TABLE time_box (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED, -- the cycle it belongs to
  step TEXT NOT NULL, -- key of the step, such as vision.ideas
  minutes INTEGER NOT NULL CHECK (minutes >= 0), -- how long
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX time_box_by_cycle ON time_box (cycle);
