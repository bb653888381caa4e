package vn.motcua.dossier;

import java.util.List;

/**
 * A dossier with everything the register holds of it.
 *
 * @param papers papers of the dossier, ticked or not, in the order of the form
 * @param acts acts done on it, oldest first
 * @param results results of a linked dossier in the order of its model; none for an ordinary one
 * @param fees what is to be paid for it, line by line; empty if nothing is
 */
public record WholeDossier(
    Dossier dossier,
    List<Application.Paper> papers,
    List<DossierAct> acts,
    List<DossierResult> results,
    List<FeeLine> fees) {}
