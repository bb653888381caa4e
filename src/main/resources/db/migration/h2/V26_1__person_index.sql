-- What is known of an applicant, and whether the same is open already.
create index dossier_applicant on dossier (applicant_id_number, received_at);
create index dossier_owner on dossier (owner_id_number, received_at);
