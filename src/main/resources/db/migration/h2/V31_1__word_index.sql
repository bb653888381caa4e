alter table dossier_word add primary key (word, dossier_code);
