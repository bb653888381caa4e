-- Compared byte by byte whatever the language of the database: the words are ASCII.
alter table dossier_word alter column word type varchar(60) collate "C";
alter table dossier_word alter column dossier_code type varchar(60) collate "C";
alter table dossier_word add primary key (word, dossier_code);
