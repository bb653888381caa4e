-- Words by which a dossier is found, without marks and in lower case: code, names, identity numbers,
-- phones, and each of them again from its second, third … word on, so that every search is the
-- beginning of a word here. Made from the register alone; V32 makes those of earlier dossiers.
create table dossier_word (
  word         varchar(60) not null,
  dossier_code varchar(60) not null
);

-- A list by risk: what runs, what stands still, what is done.
create index dossier_clock_risk on dossier_clock (stopped_at, paused_since, due_at);
-- What a person or a post has worked on.
create index dossier_act_person on dossier_act (person, dossier_code);
create index dossier_act_post on dossier_act (post, dossier_code);
