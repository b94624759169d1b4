-- Waymark school file, version 4.
--
-- Self-assessment whole: frameworks of the school's own, how a round is gone through and the framework it froze, surveys of
-- which only means of groups remain, needs with their reason. What an older record has no value for is empty.

ALTER TABLE school ADD COLUMN smallest_group INTEGER NOT NULL DEFAULT 0 CHECK (smallest_group BETWEEN 0 AND 10); -- fewest answers shown; 0 is the usual limit

-- A self-assessment instrument of the school's own.
CREATE TABLE own_framework (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  name TEXT NOT NULL, -- its name
  about TEXT NOT NULL, -- what it is for
  source TEXT NOT NULL, -- where it comes from
  levels INTEGER NOT NULL CHECK (levels BETWEEN 2 AND 6), -- of every item
  level_names TEXT NOT NULL, -- one a line, lowest first; empty where levels are numbers
  glossary TEXT NOT NULL, -- a word, a colon and what it means, one a line
  position INTEGER NOT NULL, -- order within the list, counted from 1
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One area of a framework of the school's own.
CREATE TABLE own_element (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  framework TEXT NOT NULL REFERENCES own_framework (id) DEFERRABLE INITIALLY DEFERRED, -- the framework it belongs to
  name TEXT NOT NULL, -- its name
  position INTEGER NOT NULL, -- order within the list, counted from 1
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX own_element_by_framework ON own_element (framework);

-- One question of a framework of the school's own.
CREATE TABLE own_item (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  element TEXT NOT NULL REFERENCES own_element (id) DEFERRABLE INITIALLY DEFERRED, -- the element it belongs to
  same TEXT NOT NULL, -- the item elsewhere whose question and levels it still has; empty for none
  name TEXT NOT NULL, -- a few words
  question TEXT NOT NULL, -- what is asked
  why TEXT NOT NULL, -- it matters
  visitor TEXT NOT NULL, -- what a visitor would need to see
  evidence TEXT NOT NULL, -- typical evidence
  level1 TEXT NOT NULL, -- what can be observed on level 1
  level2 TEXT NOT NULL, -- what can be observed on level 2
  level3 TEXT NOT NULL, -- what can be observed on level 3
  level4 TEXT NOT NULL, -- what can be observed on level 4
  level5 TEXT NOT NULL, -- what can be observed on level 5
  level6 TEXT NOT NULL, -- what can be observed on level 6
  step1 TEXT NOT NULL, -- what one could do next on level 1
  step2 TEXT NOT NULL, -- what one could do next on level 2
  step3 TEXT NOT NULL, -- what one could do next on level 3
  step4 TEXT NOT NULL, -- what one could do next on level 4
  step5 TEXT NOT NULL, -- what one could do next on level 5
  step6 TEXT NOT NULL, -- what one could do next on level 6
  off INTEGER NOT NULL CHECK (off IN (0, 1)), -- 1 when it is not asked
  position INTEGER NOT NULL, -- order within the list, counted from 1
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX own_item_by_element ON own_item (element);

ALTER TABLE assessment ADD COLUMN way TEXT NOT NULL DEFAULT '' CHECK (way IN ('', 'words', 'levels')); -- how it is gone through; empty for levels and words
ALTER TABLE assessment ADD COLUMN frozen BLOB NOT NULL DEFAULT x''; -- the framework as it was when the round began; no bytes for a shipped one

ALTER TABLE judgement ADD COLUMN later INTEGER NOT NULL DEFAULT 0 CHECK (later IN (0, 1)); -- 1 when it was skipped, to be come back to
ALTER TABLE judgement ADD COLUMN aside INTEGER NOT NULL DEFAULT 0 CHECK (aside IN (0, 1)); -- 1 when the need proposed from it is set aside

-- What one group answered. Single answers are never kept, nor anything of a group too small to be shown.
CREATE TABLE survey (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  assessment TEXT NOT NULL REFERENCES assessment (id) DEFERRABLE INITIALLY DEFERRED, -- the round it belongs to
  "group" TEXT NOT NULL, -- pupils, teachers, leadership, parents, community, or the school's own word
  part TEXT NOT NULL, -- of the group; empty for the whole group
  held TEXT CHECK (held GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- day of the survey
  people INTEGER NOT NULL CHECK (people >= 0), -- who answered
  source TEXT NOT NULL, -- name of the file; empty when typed in
  position INTEGER NOT NULL, -- order within the list, counted from 1
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX survey_by_assessment ON survey (assessment);

-- How high a group's answers put an item.
CREATE TABLE survey_mean (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  survey TEXT NOT NULL REFERENCES survey (id) DEFERRABLE INITIALLY DEFERRED, -- the survey
  item TEXT NOT NULL, -- key of the item within the framework
  people INTEGER NOT NULL CHECK (people >= 0), -- who answered this item
  mean REAL, -- on the levels of the framework
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX survey_mean_by_survey ON survey_mean (survey);

-- Something that one person of a group wrote; nothing tells who.
CREATE TABLE remark (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- for ever the same
  survey TEXT NOT NULL REFERENCES survey (id) DEFERRABLE INITIALLY DEFERRED, -- the survey
  item TEXT NOT NULL, -- key of the item; empty for a remark on the whole
  text TEXT NOT NULL, -- what was written
  position INTEGER NOT NULL, -- order within the list, counted from 1
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX remark_by_survey ON remark (survey);

ALTER TABLE need ADD COLUMN reason TEXT NOT NULL DEFAULT ''; -- why the team takes it up
